import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import path from 'node:path';
import { defaultBrand } from '@/brand/brand';
import { readBrand } from '@/brand/read-brand';
import { writeBrand } from '@/brand/write-brand';
import type { Environment } from '@/config/environment';
import { onInterrupt } from '@/terminal/interrupt';
import { explainRenderFailure, type RenderFailure } from './render-failure';
import type { Config } from '@/config/config';
import { buildRenderEnvironment } from '@/config/render-config';
import type { BuildWorkspace } from './build-workspace';

const astro = path.join(
  path.dirname(createRequire(import.meta.url).resolve('astro/package.json')),
  'bin/astro.mjs',
);

/** From this number of entries on, memory is spent to save time. */
const manyEntries = 400;

/**
 * Node's options. A small young generation keeps a build with little content under a gigabyte. With much content a
 * large one saves a tenth of the time, and the build needs much more memory anyway.
 */
const memoryOptions = (entries: number) => [
  `--max-semi-space-size=${entries < manyEntries ? 8 : 64}`,
  '--max-old-space-size=4096',
];

/** Lines of Astro's output that a message may have. */
const keptLines = 60;

interface RenderOptions {
  /** Variables of the process. */
  readonly env: Environment;
  /** An estimate. */
  readonly entries: number;
  /** Ends it early: the pages aren't needed any more. */
  readonly signal: AbortSignal;
}

/** If a build is killed, its renderer must end too, or it would write into the folder of the next build. */
const endWithParent = ['--import', new URL('./end-with-parent.mjs', import.meta.url).href];

/**
 * True if another build in the same checkout wrote at that moment: Astro's temporary files in `.astro/` have the same
 * names in every build. This happens before any page is rendered.
 */
const wasDisturbed = ({ output }: RenderFailure) =>
  output.some((line) => /ENOENT.* rename .*[\\/]\.astro[\\/]/.test(line));

/** Attempts of a build that was disturbed. */
const maximumAttempts = 5;

/**
 * Renders every page in a separate process, which frees all of Astro's memory at its end. It takes seconds to start
 * and doesn't need the content for that: the snapshot may be written meanwhile. Rejects with a `RenderError`.
 */
async function render(options: RenderOptions): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const failed = await runAstro(options);
    if (!failed) return;
    if (attempt === maximumAttempts || options.signal.aborted || !wasDisturbed(failed))
      throw explainRenderFailure(failed);
  }
}

/** Resolves to the failure; to undefined if every page was rendered. */
async function runAstro({ env, entries, signal }: RenderOptions): Promise<RenderFailure | undefined> {
  const child = spawn(process.execPath, [...memoryOptions(entries), ...endWithParent, astro, 'build'], {
    // With NODE_ENV=development in the shell, scripts would be different and larger.
    env: {
      ...process.env,
      ...env,
      NODE_ENV: 'production',
      // On Linux, threads then share freed memory: 100 MB less.
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
      if (lines.length > keptLines) lines.shift();
    }
  };
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  const closed = once(child, 'close');
  // Its output is discarded, so it needs no time to finish.
  const kill = () => child.kill('SIGKILL');
  signal.addEventListener('abort', kill, { once: true });
  const release = onInterrupt(async () => {
    kill();
    await closed;
  });
  const [code, endedBy] = (await closed.finally(release)) as [number | null, NodeJS.Signals | null];
  return code === 0 ? undefined : { output: lines, signal: endedBy };
}

export interface Renderer {
  /**
   * Starts it unless it runs; it waits for the snapshot. Resolves when every page is rendered; rejects with a
   * `RenderError`.
   */
  readonly start: () => Promise<void>;
  readonly isDone: () => boolean;
  /** Ends it, finished or not. Resolves when it doesn't write any more. */
  readonly stop: () => Promise<void>;
}

export interface RendererOptions {
  readonly config: Config;
  /** An estimate. */
  readonly entries: number;
  readonly workspace: BuildWorkspace;
}

/** Creates a renderer; `start` starts it. */
export function createRenderer(options: RendererOptions): Renderer {
  const { config, entries, workspace } = options;
  const stopping = new AbortController();
  let isDone = false;
  let rendering: Promise<void> | undefined;
  const begin = async () => {
    // Needed before the content, which may still be being read.
    writeBrand(workspace.brand, (await readBrand(config.content.dir)) ?? defaultBrand);
    await render({
      entries,
      signal: stopping.signal,
      env: buildRenderEnvironment({
        config,
        snapshot: workspace.snapshot,
        texts: workspace.texts,
        brand: workspace.brand,
        outDir: workspace.staging,
        cacheDir: workspace.cache,
      }),
    });
    isDone = true;
  };
  // The error reaches the later caller of `start`: the content may still be being read.
  const settled = () => rendering?.catch(() => undefined);
  return {
    start: () => {
      rendering ??= begin();
      void settled();
      return rendering;
    },
    isDone: () => isDone,
    stop: async () => {
      stopping.abort();
      await settled();
    },
  };
}
