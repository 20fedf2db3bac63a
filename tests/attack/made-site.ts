/** Small made-up sites whose every byte follows from their generation, so that a torn one is found without a manifest. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

/** Pages of a site. */
const pageCount = 150;

/** Each page also lies there compressed. */
const compressed = [
  ['gz', gunzipSync],
  ['br', brotliDecompressSync],
] as const;

const fileCount = pageCount * (1 + compressed.length);

const pages = Array.from({ length: pageCount }, (_, index) =>
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

/** How a folder differs from the whole site of one generation; undefined where it is whole. */
export function tornIn(folder: string): string | undefined {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)));
  const found = new Set(names);
  if (!found.has('index.html')) return `no index.html among ${found.size} files`;
  const [generation = ''] = readFileSync(path.join(folder, 'index.html'), 'utf8').split('\n');
  for (const page of pages) {
    if (!found.has(page)) return `${page} is missing`;
    const text = textOf(generation, page);
    if (readFileSync(path.join(folder, page), 'utf8') !== text) return `${page} differs`;
    for (const [kind, read] of compressed) {
      const file = `${page}.${kind}`;
      if (!found.has(file)) return `${file} is missing`;
      if (read(readFileSync(path.join(folder, file))).toString() !== text) return `${file} differs`;
    }
  }
  return found.size === fileCount ? undefined : `${found.size} files instead of ${fileCount}`;
}
