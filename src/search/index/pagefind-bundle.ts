/** One language's Pagefind bundle (build side): writing it, and reading back what the browser will be told. */
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as pagefind from 'pagefind';
import type { SearchDocument } from './documents';
import { SearchIndexError } from './index-error';
import { unpack, type IndexPart } from './index-meta';
import { lightenBundle, otherVersion } from './lighten-bundle';
import { engineFile } from '../page/places';

/** What was written. */
export interface PagefindBundle {
  /** Pagefind's name of the index: `fr_5a862cd4d8`. It changes with every change of the content. */
  readonly index: string;
  /** Ids of the index, in the order of the documents. */
  readonly ids: readonly string[];
  readonly parts: readonly IndexPart[];
}

const batchSize = 250;
/** Pagefind's process says nothing when it dies (out of memory, say), so silence is taken for that. */
const silenceMs = 180_000;

const advice =
  'Its process may have run out of memory (about 150 MB for every 1,000 opportunities of a language): free some, and build again.';

async function answered<T extends { readonly errors: readonly string[] }>(
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

/** Writes Pagefind's WebAssembly as it is, for servers to compress. */
async function unpackEngine(dir: string, packed: string, name: string): Promise<void> {
  await writeFile(path.join(dir, name), unpack(await readFile(path.join(dir, packed))));
}

/** Leaves of Pagefind's code what the search uses, in fewer letters. */
async function shorten(file: string): Promise<void> {
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
 * Writes the bundle of one language into an empty folder. `name` takes the place of Pagefind's name of the index in its
 * files' names, which pages have to know before it is made. The same documents give the same bytes. Rejects with a
 * `SearchIndexError`, also where the index doesn't hold every document.
 */
export async function writeBundle(
  locale: string,
  documents: readonly SearchDocument[],
  dir: string,
  { name, progress }: { readonly name: string; readonly progress: (line: string) => void },
): Promise<PagefindBundle> {
  await rm(dir, { recursive: true, force: true });
  try {
    const { index } = await answered(pagefind.createIndex(), 'it started', silenceMs);
    if (!index) throw new SearchIndexError('Pagefind started, but gave no index to write to.');
    for (let from = 0; from < documents.length; from += batchSize) {
      const batch = documents.slice(from, from + batchSize);
      await Promise.all(
        batch.map(({ id, ...document }) =>
          answered(
            index.addCustomRecord({
              ...document,
              meta: { ...document.meta },
              // A filter of Pagefind's that nobody filters by: unlike a meta field, its words aren't searched.
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
    await answered(
      index.writeFiles({ outputPath: dir }),
      `it wrote ${dir}`,
      silenceMs + 60 * documents.length,
    );
  } finally {
    // A process of its own for each language: its memory grows with what it has ever held.
    await pagefind.close();
  }

  const entryFile = path.join(dir, 'pagefind-entry.json');
  const entry = JSON.parse(await readFile(entryFile, 'utf8')) as EntryFile;
  const written = entry.languages[locale];
  if (!written) throw new SearchIndexError(`${entryFile} lacks ${locale}. ${otherVersion}`);
  const { ids, parts } = await lightenBundle(dir, written.hash, documents);
  await rename(
    path.join(dir, `pagefind.${written.hash}.pf_meta`),
    path.join(dir, `pagefind.${name}.pf_meta`),
  );
  const languages = { [locale]: { ...written, hash: name, built: written.hash } };
  await writeFile(entryFile, JSON.stringify({ ...entry, languages }));
  // Read back with each result; the list of them all is for those who filter by them.
  await rm(path.join(dir, 'filter'), { recursive: true, force: true });
  await unpackEngine(dir, `wasm.${written.wasm ?? 'unknown'}.pagefind`, engineFile(locale));
  await shorten(path.join(dir, 'pagefind.js'));
  await removeUnused(dir);
  return { index: written.hash, ids, parts };
}
