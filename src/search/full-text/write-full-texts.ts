/** Writes the Pagefind bundle of one language, for phrases, and reads back its ids (build side). */
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import * as pagefind from 'pagefind';
import type { SearchDocument } from './documents';
import { SearchIndexError } from './index-error';
import { readIndexMeta } from './index-meta';

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

const versionHint = 'Install the version of Pagefind that package.json names.';

/** Files of Pagefind that a phrase doesn't need: other interfaces, a worker, filters, and a file for each document. */
const unused = /^pagefind-(?!entry\.json)[a-z-]+\.(?:js|css)$|^wasm\.unknown\.pagefind$|^filter$|^fragment$/;

async function removeUnused(dir: string): Promise<void> {
  const names = (await readdir(dir)).filter((name) => unused.test(name));
  await Promise.all(names.map((name) => rm(path.join(dir, name), { recursive: true })));
}

/** The part of the file `pagefind-entry.json` that is read here. */
interface EntryFile {
  readonly languages: Readonly<Record<string, { readonly hash: string }>>;
}

/** Reads the ids of the documents, in their order. Rejects with a `SearchIndexError` where the index hasn't all of them. */
async function readIds(
  dir: string,
  index: string,
  documents: readonly SearchDocument[],
): Promise<readonly string[]> {
  const file = path.join(dir, `pagefind.${index}.pf_meta`);
  const { ids } = await readIndexMeta(file).catch((cause: unknown) => {
    throw new SearchIndexError(`${file} is not what Pagefind 1.6 writes. ${versionHint}`, { cause });
  });
  if (ids.length !== documents.length || new Set(ids).size !== ids.length)
    throw new SearchIndexError(
      `The search index in ${dir} holds ${new Set(ids).size} documents, but ${documents.length} were given. Two of them may share an address.`,
    );
  return ids;
}

/**
 * Writes the bundle of one language into an empty folder. The same documents give the same bytes. Rejects with a
 * `SearchIndexError`, also where the index doesn't have every document.
 */
export async function writeBundle(
  locale: string,
  documents: readonly SearchDocument[],
  dir: string,
  progress: (line: string) => void,
): Promise<PagefindBundle> {
  await rm(dir, { recursive: true, force: true });
  try {
    const { index } = await withAnswer(pagefind.createIndex(), 'it started', silenceMs);
    if (!index) throw new SearchIndexError('Pagefind started, but gave no index to write to.');
    for (let from = 0; from < documents.length; from += batchSize) {
      const batch = documents.slice(from, from + batchSize);
      await Promise.all(
        batch.map(({ url, language, content, meta }) =>
          withAnswer(
            index.addCustomRecord({ url, language, content, meta: { ...meta } }),
            `it read ${url}`,
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
  const ids = await readIds(dir, written.hash, documents);
  await removeUnused(dir);
  return { index: written.hash, ids };
}
