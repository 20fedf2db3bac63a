/** Sizes of texts as hosts send them, and compressed files for servers that send these. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** How files can be compressed, by the extension of the compressed file: each at its best quality, which hosts use for files. */
const pack = {
  gz: (content: string | Buffer) => promisify(gzip)(content, { level: 9 }),
  br: (content: string | Buffer, quality = 11) =>
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
};

type Compression = keyof typeof pack;

/** Returns the bytes of a text with Brotli. */
export const brotliSize = async (content: string | Buffer): Promise<number> =>
  (await pack.br(content)).length;

export const gzipSize = async (content: string | Buffer): Promise<number> => (await pack.gz(content)).length;

/** True if hosts compress a file of this name; Pagefind's own files are compressed already. */
export const isCompressible = (name: string): boolean =>
  /\.(?:html|css|js|json|geojson|svg|xml|ics|csv|txt|webmanifest)$/.test(name);

/** The compressed files that a site has beside its texts where a server sends them as they are. */
export const servedCompressions: readonly Compression[] = ['gz', 'br'];

/** The paths of the compressed files beside a file. */
export const compressedPaths = (file: string): string[] =>
  servedCompressions.map((kind) => `${file}.${kind}`);

/** Files at the same time: Node has four threads for compression. */
const concurrentFiles = 4;

interface PrecompressOptions {
  /** True if the file of that path (`en/index.html`) should be compressed; all by default. */
  readonly isIncluded?: (name: string) => boolean;
  /**
   * True to take Brotli's best quality for scripts and style sheets only, which every page loads and few publishes change: it
   * takes thirty times as long, for a tenth less.
   */
  readonly isQuick?: boolean;
  /** Receives each file that was read or written, which saves reading it again. */
  readonly onFile?: (name: string, content: Buffer) => void;
}

/** Writes a compressed file (`.br` or `.gz`) beside every text of a site, if it is smaller. */
export async function precompress(
  dir: string,
  kind: Compression,
  { isIncluded = () => true, isQuick = false, onFile = () => undefined }: PrecompressOptions = {},
): Promise<void> {
  const names = (await readdir(dir, { recursive: true })).filter(
    (name) => isCompressible(name) && isIncluded(name),
  );
  const compressNext = async (): Promise<void> => {
    for (let name = names.pop(); name !== undefined; name = names.pop()) {
      const file = path.join(dir, name);
      const content = await readFile(file);
      onFile(name, content);
      const packed = await pack[kind](content, isQuick && !/\.(?:css|js)$/.test(name) ? 5 : undefined);
      if (packed.length >= content.length) continue;
      await writeFile(`${file}.${kind}`, packed);
      onFile(`${name}.${kind}`, packed);
    }
  };
  await Promise.all(Array.from({ length: concurrentFiles }, compressNext));
}
