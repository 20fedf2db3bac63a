/** Measures the time and memory of indexing, and the size of the search’s code. */
import path from 'node:path';
import { build } from 'esbuild';
import { brotliSize, gzipSize } from '../compress';
import { readResourceUse } from '../build/process-tree';

/** The time between two samples of memory, ms. */
const sampleIntervalMs = 100;

interface IndexCost {
  /** Wall time, ms. */
  readonly duration: number;
  /** Peak memory of all processes, bytes, with the corpus in this one; 0 on systems where it can't be read. */
  readonly peak: number;
}

/** Runs a function and measures it. Rejects with its errors. */
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

/** The modules of the search without its components. */
const modules = ['facets/search-address', 'facets/filter-opportunities', 'query/engine.client'];

interface LayerSize {
  /** Bytes. */
  readonly brotli: number;
  readonly gzip: number;
}

/** Measures these modules, bundled and minified as one file. */
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
