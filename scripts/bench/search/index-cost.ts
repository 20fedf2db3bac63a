/** What indexing takes: time, and memory of this process and of Pagefind's together. */
import path from 'node:path';
import { build } from 'esbuild';
import { brotliSize, gzipSize } from '@/publish/hosts/compress';
import { readResourceUse } from '../build/process-tree';

/** How often memory is looked at, ms. */
const sampleIntervalMs = 100;

export interface IndexCost {
  /** Wall time, ms. */
  readonly duration: number;
  /** The most memory of the tree of processes, bytes; 0 where it can't be seen. The corpus in this one is part of it. */
  readonly peak: number;
}

/** Runs something and watches it. Rejects with what that rejects with. */
export async function measureIndexing(run: () => Promise<unknown>): Promise<IndexCost> {
  const started = performance.now();
  let peak = 0;
  const takeSample = () => (peak = Math.max(peak, readResourceUse(process.pid)?.memory ?? 0));
  const timer = setInterval(takeSample, sampleIntervalMs);
  try {
    await run();
    return { duration: performance.now() - started, peak };
  } finally {
    clearInterval(timer);
  }
}

/** What reads the address and the words, looks them up, filters, counts and orders; not what draws it. */
const modules = ['facets/address', 'facets/facets', 'query/engine.client'];

export interface LayerSize {
  /** Bytes. */
  readonly brotli: number;
  readonly gzip: number;
}

/** The layer, bundled and minified as one file. */
export async function measureLayer(): Promise<LayerSize> {
  const { outputFiles } = await build({
    stdin: {
      contents: modules.map((name) => `export * from '@/search/${name}';`).join('\n'),
      resolveDir: path.resolve('src'),
    },
    alias: { '@': path.resolve('src') },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []);
  return { brotli: await brotliSize(code), gzip: await gzipSize(code) };
}
