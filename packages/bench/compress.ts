/** Compresses texts at the best quality, as hosts keep them: their sizes are what budgets and benchmarks count. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isCompressible } from '@scripts/local/site/compress-body';

const withBrotli = (content: string | Buffer) =>
  promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });

/** Returns the bytes of a text with Brotli. */
export const brotliSize = async (content: string | Buffer): Promise<number> =>
  (await withBrotli(content)).length;

export const gzipSize = async (content: string | Buffer): Promise<number> =>
  (await promisify(gzip)(content, { level: 9 })).length;

/** Files at the same time: Node has four threads for compression. */
const concurrentFiles = 4;

/** Writes a compressed file (`.br`) beside every text below a folder whose path (`en/index.html`) is included. */
export async function precompress(
  dir: string,
  isIncluded: (name: string) => boolean = () => true,
): Promise<void> {
  const names = (await readdir(dir, { recursive: true })).filter(
    (name) => isCompressible(name) && isIncluded(name),
  );
  const compressNext = async (): Promise<void> => {
    for (let name = names.pop(); name !== undefined; name = names.pop()) {
      const file = path.join(dir, name);
      const content = await readFile(file);
      const packed = await withBrotli(content);
      if (packed.length < content.length) await writeFile(`${file}.br`, packed);
    }
  };
  await Promise.all(Array.from({ length: concurrentFiles }, compressNext));
}
