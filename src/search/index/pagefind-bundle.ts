/** Writes the Pagefind bundle of one language, and reads back the data that the browser needs (build side). */
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as pagefind from 'pagefind';
import type { SearchDocument } from './documents';
import { SearchIndexError } from './index-error';
import { unpackPagefindFile } from './index-meta';
import { shrinkBundle, versionHint } from './shrink-bundle';
import { engineFile } from '../page/search-paths';

/** The result. */
export interface PagefindBundle {
  /** Pagefind's name of the index: `fr_5a862cd4d8`. It changes with every change of the content. */
  readonly index: string;
  /** Ids of the index, in the order of the documents. */
  readonly ids: readonly string[];
}

const batchSize = 250;
/** Pagefind's process dies silently (out of memory, say), so silence counts as that. */
const silenceMs = 180_000;

const advice =
  'Its process may have run out of memory (about 150 MB for every 1,000 opportunities of a language): free some, and build again.';

async function withAnswer<T extends { readonly errors: readonly string[] }>(
  request: Promise<T>,
  what: string,
  patienceMs: number,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(
        new SearchIndexError(`Pagefind gave no answer for ${patienceMs / 1000} s while ${what}. ${advice}`),
      );
    }, patienceMs);
  });
  try {
    const response = await Promise.race([request, silence]).catch((error: unknown) => {
      if (error instanceof SearchIndexError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new SearchIndexError(`Pagefind stopped while ${what}: ${reason}. ${advice}`, { cause: error });
    });
    if (response.errors.length > 0) {
      throw new SearchIndexError(`Pagefind failed while ${what}: ${response.errors.join('; ')}.`);
    }
    return response;
  } finally {
    clearTimeout(timer);
  }
}

/** Files of Pagefind that the search doesn't load: other interfaces to it, and a worker. */
const unused = /^pagefind-(?!entry\.json)[a-z-]+\.(?:js|css)$|^wasm\.[a-z-]+\.pagefind$/;

async function removeUnused(dir: string): Promise<void> {
  const names = await readdir(dir);
  await Promise.all(names.filter((name) => unused.test(name)).map((name) => rm(path.join(dir, name))));
}

/** Writes Pagefind's WebAssembly unpacked, for servers to compress. */
async function unpackEngine(dir: string, packed: string, name: string): Promise<void> {
  await writeFile(path.join(dir, name), unpackPagefindFile(await readFile(path.join(dir, packed))));
}

/** Reduces Pagefind's code to the parts that the search uses, minified. */
async function minifyPagefind(file: string): Promise<void> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    stdin: {
      contents: `export { createInstance } from './${path.basename(file)}'`,
      resolveDir: path.dirname(file),
    },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    write: false,
  });
  await writeFile(file, outputFiles[0]?.contents ?? '');
}

interface EntryFile {
  readonly languages: Readonly<
    Record<
      string,
      {
        readonly hash: string;
        readonly wasm: string | null;
        readonly page_count: number;
        /** Ours: Pagefind's own name of the index. */
        readonly built?: string;
      }
    >
  >;
}

/**
 * Writes the bundle of one language into an empty folder. `name` replaces Pagefind's name of the index in its file
 * names, which pages need before it is built. The same documents give the same bytes. Rejects with a
 * `SearchIndexError`, also where the index doesn't have every document.
 */
export async function writeBundle(
  locale: string,
  documents: readonly SearchDocument[],
  dir: string,
  { name, progress }: { readonly name: string; readonly progress: (line: string) => void },
): Promise<PagefindBundle> {
  await rm(dir, { recursive: true, force: true });
  try {
    const { index } = await withAnswer(pagefind.createIndex(), 'it started', silenceMs);
    if (!index) throw new SearchIndexError('Pagefind started, but gave no index to write to.');
    for (let from = 0; from < documents.length; from += batchSize) {
      const batch = documents.slice(from, from + batchSize);
      await Promise.all(
        batch.map(({ id, ...document }) =>
          withAnswer(
            index.addCustomRecord({
              ...document,
              meta: { ...document.meta },
              // An unused filter of Pagefind: unlike a meta field, its words aren't searched.
              filters: { id: [id] },
            }),
            `it read ${document.url}`,
            silenceMs,
          ),
        ),
      );
      if (from > 0 && from % (8 * batchSize) === 0)
        progress(`Search (${locale}): ${from} of ${documents.length} read`);
    }
    if (documents.length > 8 * batchSize) progress(`Search (${locale}): writing the index`);
    await withAnswer(
      index.writeFiles({ outputPath: dir }),
      `it wrote ${dir}`,
      silenceMs + 60 * documents.length,
    );
  } finally {
    // A separate process for each language: its memory never shrinks.
    await pagefind.close();
  }

  const entryFile = path.join(dir, 'pagefind-entry.json');
  const entry = JSON.parse(await readFile(entryFile, 'utf8')) as EntryFile;
  const written = entry.languages[locale];
  if (!written) throw new SearchIndexError(`${entryFile} lacks ${locale}. ${versionHint}`);
  const ids = await shrinkBundle(dir, written.hash, documents);
  await rename(
    path.join(dir, `pagefind.${written.hash}.pf_meta`),
    path.join(dir, `pagefind.${name}.pf_meta`),
  );
  const languages = { [locale]: { ...written, hash: name, built: written.hash } };
  await writeFile(entryFile, JSON.stringify({ ...entry, languages }));
  // Each result has its filter values; the list of all values is only for filtering.
  await rm(path.join(dir, 'filter'), { recursive: true, force: true });
  await unpackEngine(dir, `wasm.${written.wasm ?? 'unknown'}.pagefind`, engineFile(locale));
  await minifyPagefind(path.join(dir, 'pagefind.js'));
  await removeUnused(dir);
  return { index: written.hash, ids };
}
