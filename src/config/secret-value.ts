import { inspect } from 'node:util';

const placeholder = '[secret]';

/**
 * A value that must never be shown. Printed, put into a text or written as JSON it is `[secret]`. Only `reveal` returns
 * it, so that each place where it leaves the program can be found.
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
    return placeholder;
  }

  toJSON(): string {
    return placeholder;
  }

  [inspect.custom](): string {
    return placeholder;
  }
}
