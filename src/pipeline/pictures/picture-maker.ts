/** Converts pictures in a separate process. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { OperatorError } from '@/model/operator-error';
import { pictureName, planPicture, readPicture, type Picture, type PictureUse } from './picture-files';
import type { PictureAnswer } from './picture-process';

/** A picture can't be shown: `message` is the decoder's reason. */
export class UnreadablePictureError extends OperatorError {
  override readonly name = 'UnreadablePictureError';
}

interface Asker {
  readonly use: PictureUse;
  readonly resolve: (picture: Picture) => void;
  readonly reject: (error: Error) => void;
}

/** Converts pictures. Their files are in the cache once `finish` has resolved. */
export class PictureMaker {
  readonly #cacheFolder: string | undefined;
  readonly #known = new Map<string, Promise<Picture>>();
  readonly #askers = new Map<string, Asker>();
  #child: ChildProcess | undefined;
  /** Resolves when the process has ended and all its messages were handled. */
  #ended: Promise<void> | undefined;
  #failure: Error | undefined;

  constructor(cacheFolder?: string) {
    this.#cacheFolder = cacheFolder;
  }

  /**
   * Resolves as soon as the files of a picture are known; they are written later. Rejects with an
   * `UnreadablePictureError`, or with the errors of `finish`.
   */
  picture(bytes: Uint8Array, use: PictureUse): Promise<Picture> {
    const name = pictureName(bytes, use);
    const known = this.#known.get(name);
    if (known) return known;
    const made = readPicture(name, this.#cacheFolder);
    const picture = made ? Promise.resolve(made) : this.#ask(name, use, bytes);
    this.#known.set(name, picture);
    return picture;
  }

  /** Resolves when every file is written. Rejects with the system's error or an `OperatorError`. */
  async finish(): Promise<void> {
    if (this.#child?.connected) this.#child.send('no more');
    await this.#ended;
    if (this.#failure) throw this.#failure;
  }

  /** Stops the process. An incomplete picture doesn't enter the cache. */
  stop(): void {
    if (this.#child?.connected) this.#child.disconnect();
  }

  #ask(name: string, use: PictureUse, bytes: Uint8Array): Promise<Picture> {
    return new Promise((resolve, reject) => {
      if (this.#failure) return reject(this.#failure);
      this.#askers.set(name, { use, resolve, reject });
      this.#child ??= this.#start();
      this.#child.send({ name, use, bytes });
    });
  }

  #start(): ChildProcess {
    const child = fork(
      new URL('picture-process.ts', import.meta.url),
      this.#cacheFolder === undefined ? [] : [this.#cacheFolder],
      {
        // Pictures aren't in the JavaScript heap; a small young generation keeps the process small.
        execArgv: ['--max-semi-space-size=4', '--import', 'tsx'],
        serialization: 'advanced',
        // On Linux, threads then share freed memory.
        env: { ...process.env, MALLOC_ARENA_MAX: '1' },
      },
    );
    child.on('message', (message: PictureAnswer) => this.#hear(message));
    this.#ended = Promise.all([once(child, 'exit'), once(child, 'disconnect')]).then(
      ([exit]) => {
        const [code, signal] = exit as [number | null, NodeJS.Signals | null];
        const how = String(signal ?? code);
        if (code !== 0)
          this.#fail(
            new OperatorError(
              `The pictures could not be made: their process ended (${how}).`,
              'Nothing was published. Try again; is there enough memory?',
            ),
          );
      },
      (error: Error) => this.#fail(error),
    );
    return child;
  }

  #hear(message: PictureAnswer): void {
    if ('failure' in message) {
      const { message: said, code } = message.failure;
      return this.#fail(Object.assign(new Error(said), { code }));
    }
    const asker = this.#askers.get(message.name);
    this.#askers.delete(message.name);
    if ('fault' in message) asker?.reject(new UnreadablePictureError(message.fault));
    else asker?.resolve(planPicture(message.name, message.size, asker.use));
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#askers.values()) reject(this.#failure);
    this.#askers.clear();
  }
}
