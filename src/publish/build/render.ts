import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Environment } from '@/config/environment';
import { onInterrupt } from '@/terminal/interrupt';
import { explainRendering, type Rendering } from './render-failure';

const astro = path.join(
  path.dirname(createRequire(import.meta.url).resolve('astro/package.json')),
  'bin/astro.mjs',
);

/** From so many entries on, memory is spent to save time. */
const manyEntries = 400;

/**
 * Node's options. A small young generation keeps the build of little content under a gigabyte; with much content a large one
 * saves a tenth of the time, and some hundred megabytes more are little beside what is needed anyway.
 */
const memoryFor = (entries: number) => [
  `--max-semi-space-size=${entries < manyEntries ? 8 : 64}`,
  '--max-old-space-size=4096',
];

/** Lines of Astro's output that are kept for a message. */
const kept = 60;

export interface RenderOptions {
  /** What it is told. */
  readonly env: Environment;
  /** About how many there are to show. */
  readonly entries: number;
  /** Ends it before its time: nobody wants the pages any more. */
  readonly signal: AbortSignal;
}

/** So that a build that is ended by force leaves no renderer behind, which would write where the next one works. */
const endWithParent = ['--import', new URL('./end-with-parent.mjs', import.meta.url).href];

/**
 * Another build in the same checkout was writing at that moment: Astro's own files in `.astro/` have one name for all of
 * them, also before they are renamed. It happens before any page is made.
 */
const wasDisturbed = ({ said }: Rendering) =>
  said.some((line) => /ENOENT.* rename .*[\\/]\.astro[\\/]/.test(line));

/** So often a build that was disturbed begins again. */
const tries = 5;

/**
 * Renders every page in a process of its own: whatever Astro holds in memory is gone afterwards. It takes seconds to get
 * ready, for which it needs no content: the snapshot may be written meanwhile. Rejects with a `RenderError`.
 */
export async function render(options: RenderOptions): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const failed = await runAstro(options);
    if (!failed) return;
    if (attempt === tries || options.signal.aborted || !wasDisturbed(failed)) throw explainRendering(failed);
  }
}

/** Resolves to what became of it where it failed; to nothing where it made every page. */
async function runAstro({ env, entries, signal }: RenderOptions): Promise<Rendering | undefined> {
  const child = spawn(process.execPath, [...memoryFor(entries), ...endWithParent, astro, 'build'], {
    // A shell in which NODE_ENV is development would get other, larger scripts.
    env: {
      ...process.env,
      ...env,
      NODE_ENV: 'production',
      // On Linux, memory that one thread frees is there for the others: 100 MB less.
      MALLOC_ARENA_MAX: '1',
      ASTRO_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const lines: string[] = [];
  const read = (chunk: Buffer) => {
    for (const line of chunk.toString('utf8').split('\n')) {
      if (line.trim() === '') continue;
      lines.push(line);
      if (lines.length > kept) lines.shift();
    }
  };
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  const closed = once(child, 'close');
  // What it has made so far is thrown away: there is nothing that it should bring to an end.
  const kill = () => child.kill('SIGKILL');
  signal.addEventListener('abort', kill, { once: true });
  const release = onInterrupt(async () => {
    kill();
    await closed;
  });
  const [code, endedBy] = (await closed.finally(release)) as [number | null, NodeJS.Signals | null];
  return code === 0 ? undefined : { said: lines, signal: endedBy };
}
