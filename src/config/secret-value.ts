import { inspect } from 'node:util';

const shown = '[secret]';

/**
 * A value that nobody may see. Printed, put into a text or written as JSON it is `[secret]`; only `reveal` gives it, so
 * that each place where it leaves the program can be found.
 */
export class SecretValue {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return shown;
  }

  toJSON(): string {
    return shown;
  }

  [inspect.custom](): string {
    return shown;
  }
}
