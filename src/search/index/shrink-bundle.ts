/** Reads back Pagefind's files, and writes them again in fewer bytes for the browser (build side). */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SearchDocument } from './documents';
import { SearchIndexError } from './index-error';
import { packPagefindFile, readIndexMeta, unpackPagefindFile, replaceIds } from './index-meta';

export const versionHint = 'Install the version of Pagefind that package.json names.';

/** The number of files that are processed concurrently. */
const batchSize = 250;

interface Fragment {
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
}

async function readFragment(file: string): Promise<Fragment> {
  try {
    return JSON.parse(unpackPagefindFile(await readFile(file)).toString('utf8')) as Fragment;
  } catch (cause) {
    const message = `${file} is not a Pagefind fragment as version 1.6 writes it. ${versionHint}`;
    throw new SearchIndexError(message, { cause });
  }
}

/** Consecutive ids: a list of them takes half of the bytes of Pagefind's hashes. */
function shortIds(index: string, size: number): string[] {
  const width = size.toString(36).length;
  return Array.from({ length: size }, (_, row) => index + row.toString(36).padStart(width, '0'));
}

/**
 * Writes the fragment of a document under another id, since the search has the order of the rows. Rejects with a `SearchIndexError` where it is another document's: the
 * search relies on the index having the order of the rows.
 */
async function shrinkFragment(
  dir: string,
  from: string,
  to: string,
  document: SearchDocument,
): Promise<void> {
  const fileOf = (id: string) => path.join(dir, 'fragment', `${id}.pf_fragment`);
  const { url, meta, ...rest } = await readFragment(fileOf(from));
  if (url !== document.url) {
    throw new SearchIndexError(
      `The search index in ${dir} has ${document.url} elsewhere than it was given. Build again; if it stays so, report it.`,
    );
  }
  await writeFile(fileOf(to), packPagefindFile(JSON.stringify({ url, ...rest, meta })));
  await rm(fileOf(from));
}

/**
 * Shrinks an index that Pagefind has just written. `index` is its name, which changes with every change of the content,
 * and so do the ids: a cached fragment is never mistaken for another. Rejects with a `SearchIndexError` where the index
 * doesn't have these documents in their order.
 */
export async function shrinkBundle(
  dir: string,
  index: string,
  documents: readonly SearchDocument[],
): Promise<readonly string[]> {
  const file = path.join(dir, `pagefind.${index}.pf_meta`);
  const meta = await readIndexMeta(file).catch((cause: unknown) => {
    throw new SearchIndexError(`${file} is not what Pagefind 1.6 writes. ${versionHint}`, { cause });
  });
  const written = (await readdir(path.join(dir, 'fragment'))).length;
  if (written !== documents.length || meta.ids.length !== documents.length) {
    throw new SearchIndexError(
      `The search index in ${dir} holds ${meta.ids.length} documents in ${written} fragments, but ${documents.length} were given. Two of them may share an address.`,
    );
  }
  const ids = shortIds(index, documents.length);
  for (let from = 0; from < documents.length; from += batchSize) {
    const batch = documents.slice(from, from + batchSize);
    await Promise.all(
      batch.map((document, place) => {
        const row = from + place;
        return shrinkFragment(dir, meta.ids[row] ?? '', ids[row] ?? '', document);
      }),
    );
  }
  await writeFile(file, replaceIds(await readFile(file), ids));
  return ids;
}
