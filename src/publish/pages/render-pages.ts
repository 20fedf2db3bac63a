/** Renders the pages of a site in processes of their own, which share the work. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { OperatorError } from '@/model/operator-error';
import type { Environment } from '@/config/environment';
import type { Secret } from '@/config/secrets';
import type { Bundle } from './bundle';
import type { PageAnswer, PageTask } from './page-process';
import type { PageShard } from '../shards/shard';
import { parseRecords, type PageRecord } from './page-record';
import { explainRenderFailure, followProcess } from './render-failure';

const program = fileURLToPath(new URL('./page-process.ts', import.meta.url));

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

/** Starts a process that renders a shard of the pages. Its `rendered` resolves to the files of those whose view is known. */
function startProcess(
  { bundle, outDir, siteUrl, env, secrets, known, onPages, signal }: RenderOptions,
  shard: PageShard,
) {
  const child = fork(program, [bundle.modules, bundle.site, outDir, siteUrl], {
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
  const { closed, stop, failure } = followProcess(child, signal);
  const unchanged: string[] = [];
  const rendered = new Promise<readonly string[]>((resolve, reject) => {
    const read = (answer: PageAnswer) => {
      if (answer.answer === 'finished') resolve(unchanged);
      else if (answer.answer === 'refused') reject(new OperatorError(answer.message, answer.hint));
      else {
        onPages(parseRecords(answer.records));
        unchanged.push(...answer.unchanged);
      }
    };
    child.on('message', (answer: PageAnswer) => {
      try {
        read(answer);
      } catch (error) {
        reject(error as Error);
      }
    });
    closed.then(() => reject(explainRenderFailure(failure())), reject);
  });
  child.send({
    secrets: secrets.map(({ variable, value }) => ({ variable, value: value.reveal() })),
    known: Object.fromEntries(known),
    shard,
  } satisfies PageTask);
  return { rendered, stop };
}

/**
 * Renders every page, except those whose view is known. Resolves to the files of these. Rejects with an `OperatorError`, or
 * with the signal's reason.
 */
export async function renderPages(options: RenderOptions): Promise<string[]> {
  const { processes, shard = { number: 1, count: 1 }, signal } = options;
  const started = Array.from({ length: processes }, (_, index) =>
    startProcess(options, {
      number: shard.number + shard.count * index,
      count: shard.count * processes,
    }),
  );
  try {
    return (await Promise.all(started.map(({ rendered }) => rendered))).flat();
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    await Promise.all(started.map(({ stop }) => stop()));
  }
}
