/** What texts weigh as hosts send them, and files that lie beside them compressed, for servers that send these. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);

/** Brotli's best setting, with which hosts keep files; and one that takes a twentieth of the time. */
const best = 11;
const quick = 5;

const toBrotli = (content: string | Buffer, quality = best) =>
  brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });

const toGzip = (content: string | Buffer) => promisify(gzip)(content, { level: 9 });

/** Whether hosts compress a file of this name; Pagefind's own files are compressed already. */
export const isCompressible = (name: string): boolean =>
  /\.(?:html|css|js|json|geojson|svg|xml|ics|csv|txt|webmanifest|wasm)$/.test(name);

/** Bytes of a text as a host sends it with Brotli at its best setting. */
export async function brotliSize(content: string | Buffer): Promise<number> {
  return (await toBrotli(content)).length;
}

/** Bytes that the best setting stays below, or nearly as many, found quickly. */
export async function roughBrotliSize(content: string | Buffer): Promise<number> {
  return (await toBrotli(content, quick)).length;
}

/** Bytes of a text as a host sends it with gzip at its best setting. */
export async function gzipSize(content: string | Buffer): Promise<number> {
  return (await toGzip(content)).length;
}

/** How a kind of compression writes, and what the names of its files end with. */
const kinds = { br: toBrotli, gz: toGzip } as const;

/** So many files are compressed at once: Node has four threads for it. */
const atOnce = 4;

export interface PrecompressOptions {
  /** Whether the file of that path in the site (`en/index.html`) is compressed; all of them by default. */
  readonly wanted?: (name: string) => boolean;
  /** Receives each file that was read or written, so that nothing has to read it again. */
  readonly seen?: (name: string, content: Buffer) => void;
}

/** Writes a file compressed (`.br` or `.gz`) beside every text of a site for which that is smaller. */
export async function precompress(
  dir: string,
  kind: keyof typeof kinds,
  { wanted = () => true, seen = () => undefined }: PrecompressOptions = {},
): Promise<void> {
  const names = (await readdir(dir, { recursive: true })).filter(
    (name) => isCompressible(name) && wanted(name),
  );
  const compressNext = async (): Promise<void> => {
    for (let name = names.pop(); name !== undefined; name = names.pop()) {
      const file = path.join(dir, name);
      const content = await readFile(file);
      seen(name, content);
      const packed = await kinds[kind](content);
      if (packed.length >= content.length) continue;
      await writeFile(`${file}.${kind}`, packed);
      seen(`${name}.${kind}`, packed);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, compressNext));
}
