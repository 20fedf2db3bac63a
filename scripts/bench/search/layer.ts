/** How much code of our own stands between the page and Pagefind. */
import path from 'node:path';
import { build } from 'esbuild';
import { brotliSize, gzipSize } from '@/publish/hosts/compress';

/** What reads the address and the words, looks them up, filters, counts and orders; not what draws it. */
const modules = ['facets/search-address', 'facets/filter-opportunities', 'query/engine.client'];

export interface Layer {
  /** Bytes. */
  readonly brotli: number;
  readonly gzip: number;
}

/** The layer, bundled and minified as one file. */
export async function layerSize(): Promise<Layer> {
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
