/** Sizes of texts as hosts send them, and compressed files for servers that send these. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);

/** Brotli's best quality, which hosts use for files, and one that takes a twentieth of the time. */
const best = 11;
const quick = 5;

const toBrotli = (content: string | Buffer, quality = best) =>
  brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });

const toGzip = (content: string | Buffer) => promisify(gzip)(content, { level: 9 });

/** True if hosts compress a file of this name; Pagefind's own files are compressed already. */
export const isCompressible = (name: string): boolean =>
  /\.(?:html|css|js|json|geojson|svg|xml|ics|csv|txt|webmanifest)$/.test(name);

/** Returns the bytes of a text with Brotli at its best quality. */
export async function brotliSize(content: string | Buffer): Promise<number> {
  return (await toBrotli(content)).length;
}

/** Returns the bytes of a text with gzip at its best level. */
export async function gzipSize(content: string | Buffer): Promise<number> {
  return (await toGzip(content)).length;
}

/** How files can be compressed, by the extension of the compressed file. */
type Compression = 'br' | 'gz';

/** The compressed files that a site has beside its texts where a server sends them as they are. */
export const servedCompressions: readonly Compression[] = ['gz', 'br'];

/** Every page loads scripts and style sheets, and few are changed: for the others the best quality takes too long. */
const isLoadedByPages = (name: string) => /\.(?:css|js)$/.test(name);

/** The paths of the compressed files beside a file. */
export const compressedPaths = (file: string): string[] =>
  servedCompressions.map((kind) => `${file}.${kind}`);

/** Files at the same time: Node has four threads for compression. */
const concurrentFiles = 4;

interface PrecompressOptions {
  /** True if the file of that path (`en/index.html`) should be compressed; all by default. */
  readonly isIncluded?: (name: string) => boolean;
  /** True to take the best quality only where it saves the most: it takes thirty times as long, for a tenth less. */
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
  const compress = (name: string, content: Buffer) => {
    if (kind === 'gz') return toGzip(content);
    return toBrotli(content, isQuick && !isLoadedByPages(name) ? quick : best);
  };
  const names = (await readdir(dir, { recursive: true })).filter(
    (name) => isCompressible(name) && isIncluded(name),
  );
  const compressNext = async (): Promise<void> => {
    for (let name = names.pop(); name !== undefined; name = names.pop()) {
      const file = path.join(dir, name);
      const content = await readFile(file);
      onFile(name, content);
      const packed = await compress(name, content);
      if (packed.length >= content.length) continue;
      await writeFile(`${file}.${kind}`, packed);
      onFile(`${name}.${kind}`, packed);
    }
  };
  await Promise.all(Array.from({ length: concurrentFiles }, compressNext));
}
