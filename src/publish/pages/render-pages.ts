/** Renders the pages of a site in processes of their own, which share the work. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { OperatorError } from '@/model/operator-error';
import type { Environment } from '@/config/environment';
import type { Secret } from '@/config/secrets';
import { onInterrupt } from '@/terminal/interrupt';
import type { Bundle } from './bundle';
import type { PageAnswer, PageTask } from './page-process';
import { isInShard, type PageShard } from '../shards/shard';
import { parseRecords, type PageRecord } from './page-record';
import { collectOutput, explainRenderFailure } from './render-failure';

const program = fileURLToPath(new URL('./page-process.ts', import.meta.url));

/** Pages that a process renders before it answers. */
const pagesAtATime = 50;

/**
 * Tasks that each of several processes has ahead: the build may be busy with other work for seconds. Not more, so that
 * they end at about the same time. A single one gets all at once.
 */
const tasksAhead = 20;

interface RenderOptions {
  readonly bundle: Bundle;
  /** The folder for the pages. */
  readonly outDir: string;
  readonly siteUrl: string;
  /** Made by `buildRenderEnvironment`. */
  readonly env: Environment;
  readonly secrets: readonly Secret[];
  /** The hashes of the views of pages that needn't be rendered, by file. */
  readonly known: ReadonlyMap<string, string>;
  /** Renders these pages only; all without it. */
  readonly shard?: PageShard;
  /** How many processes. */
  readonly processes: number;
  readonly onPages: (records: readonly PageRecord[]) => void;
  readonly signal: AbortSignal;
}

/** One process. */
class PageWorker {
  readonly #child: ChildProcess;
  readonly #output: readonly string[];
  readonly #closed: Promise<unknown>;
  /** Who waits for an answer, in the order of the tasks. */
  readonly #waiting: ((answer: PageAnswer) => void)[] = [];

  constructor({ bundle, outDir, siteUrl, env }: RenderOptions) {
    this.#child = fork(program, [bundle.modules, bundle.site, outDir, siteUrl], {
      execArgv: ['--import', 'tsx'],
      env: {
        ...process.env,
        ...env,
        NODE_ENV: 'production',
        // On Linux, threads then share freed memory: 100 MB less.
        MALLOC_ARENA_MAX: '1',
        NO_COLOR: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#output = collectOutput(this.#child);
    this.#closed = once(this.#child, 'close');
    this.#child.on('message', (answer: PageAnswer) => this.#waiting.shift()?.(answer));
  }

  /** Tasks are done one after another. Rejects with an `OperatorError` if the process ends without an answer. */
  async ask(task: PageTask): Promise<PageAnswer> {
    const answered = new Promise<PageAnswer>((resolve) => this.#waiting.push(resolve));
    this.#child.send(task);
    const ended = this.#closed.then((): never => {
      throw explainRenderFailure({ output: this.#output, signal: this.#child.signalCode });
    });
    const answer = await Promise.race([answered, ended]);
    if (answer.answer === 'refused') throw new OperatorError(answer.message, answer.hint);
    return answer;
  }

  /** Its output is discarded, so it needs no time to finish. Resolves when it has ended. */
  async stop(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#closed;
  }
}

/**
 * Renders every page, except those whose view is known. Resolves to the files of these. Rejects with an `OperatorError`, or
 * with the signal's reason.
 */
export async function renderPages(options: RenderOptions): Promise<string[]> {
  const { secrets, known, processes, shard, onPages, signal } = options;
  const workers = Array.from({ length: processes }, () => new PageWorker(options));
  const stop = async () => void (await Promise.all(workers.map((worker) => worker.stop())));
  const release = onInterrupt(stop);
  const abort = () => void stop();
  signal.addEventListener('abort', abort, { once: true });
  const unchanged: string[] = [];
  let next = 0;
  const open: PageTask = {
    task: 'open',
    secrets: secrets.map(({ variable, value }) => ({ variable, value: value.reveal() })),
    known: Object.fromEntries(known),
  };
  const work = async (worker: PageWorker) => {
    const opened = await worker.ask(open);
    const pages = opened.answer === 'opened' ? opened.pages : 0;
    const asked: Promise<PageAnswer>[] = [];
    const askAhead = () => {
      while ((asked.length < tasksAhead || processes === 1) && next < pages) {
        const from = next;
        next += pagesAtATime;
        if (shard && !isInShard(shard, from / pagesAtATime)) continue;
        const answer = worker.ask({ task: 'render', from, to: next });
        // An error reaches the loop below in its turn, and ends the build.
        answer.catch(() => undefined);
        asked.push(answer);
      }
    };
    for (askAhead(); asked.length > 0; askAhead()) {
      const rendered = await asked.shift();
      if (rendered?.answer !== 'rendered') continue;
      onPages(parseRecords(rendered.records));
      unchanged.push(...rendered.unchanged);
    }
  };
  try {
    await Promise.all(workers.map(work));
    return unchanged;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', abort);
    await stop();
    release();
  }
}
