/** Small made-up sites whose every byte follows from their generation, so that a torn one is found without a manifest. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

const pages = Array.from({ length: 150 }, (_, index) =>
  index === 0 ? 'index.html' : `en/part-${index % 10}/page-${index}/index.html`,
);

const textOf = (generation: string, page: string) =>
  `${generation}\n<!doctype html><title>${page}</title>${'<p>A sentence of the page.'.repeat(20)}`;

/** Writes the site of a generation into a folder. */
export function writeSite(folder: string, generation: string): void {
  for (const page of pages) {
    const file = path.join(folder, page);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, textOf(generation, page));
  }
}

/** Each page also lies there compressed. */
const kinds: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  '': (bytes) => bytes,
  '.gz': gunzipSync,
  '.br': brotliDecompressSync,
};

/** How a folder differs from the whole site of one generation; undefined where it is whole. */
export function tornIn(folder: string): string | undefined {
  try {
    const [generation = ''] = readFileSync(path.join(folder, 'index.html'), 'utf8').split('\n');
    for (const page of pages)
      for (const [kind, read] of Object.entries(kinds)) {
        const text = read(readFileSync(path.join(folder, page + kind))).toString();
        if (text !== textOf(generation, page)) return `${page}${kind} differs`;
      }
  } catch (error) {
    return String(error);
  }
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const wanted = pages.length * Object.keys(kinds).length;
  return files.length === wanted ? undefined : `${files.length} files instead of ${wanted}`;
}
