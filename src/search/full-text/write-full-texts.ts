/** Writes Pagefind's index of the full texts of a language's pages (build side). */
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import * as pagefind from 'pagefind';
import { SearchIndexError } from '../index/index-error';
import { fullTextDir } from '../page/search-paths';
import type { PageText } from './page-texts';

/** Pagefind's process dies silently (out of memory, say), so silence counts as that. */
const silenceMs = 180_000;

const advice = 'Its process may have run out of memory: free some, and build again.';

async function withAnswer<T extends { readonly errors: readonly string[] }>(
  request: Promise<T>,
  what: string,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(
        new SearchIndexError(`Pagefind gave no answer for ${silenceMs / 1000} s while ${what}. ${advice}`),
      );
    }, silenceMs);
  });
  try {
    const response = await Promise.race([request, silence]).catch((error: unknown) => {
      if (error instanceof SearchIndexError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new SearchIndexError(`Pagefind stopped while ${what}: ${reason}. ${advice}`, undefined, {
        cause: error,
      });
    });
    if (response.errors.length > 0) {
      throw new SearchIndexError(`Pagefind failed while ${what}: ${response.errors.join('; ')}.`);
    }
    return response;
  } finally {
    clearTimeout(timer);
  }
}

/** Files of Pagefind that the search doesn't load: other interfaces, a worker, and the code for languages without stems. */
const unused = /^pagefind-(?!entry\.json)[a-z-]+\.(?:js|css)$|^wasm\.unknown\.pagefind$|^filter$/;

async function removeUnused(dir: string): Promise<void> {
  const names = (await readdir(dir)).filter((name) => unused.test(name));
  await Promise.all(names.map((name) => rm(path.join(dir, name), { recursive: true })));
}

/** The part of the file `pagefind-entry.json` that is read here. */
interface EntryFile {
  readonly languages: Readonly<Record<string, { readonly page_count: number }>>;
}

/** Rejects with a `SearchIndexError` where the index hasn't all texts. */
async function checkCount(locale: string, dir: string, count: number): Promise<void> {
  const file = path.join(dir, 'pagefind-entry.json');
  const entry = JSON.parse(await readFile(file, 'utf8')) as EntryFile;
  const written = entry.languages[locale]?.page_count;
  if (written !== count)
    throw new SearchIndexError(
      `${file} tells of ${written ?? 0} pages in ${locale}, but ${count} were given. Two of them may share an address, or Pagefind isn’t in the version that package.json names.`,
    );
}

/**
 * Writes the index of texts below `outDir`, the root of the site; nothing where there are no texts. The same texts give the
 * same bytes. Rejects with a `SearchIndexError`, also where the index doesn't have every text.
 */
export async function writeFullTexts(
  locale: string,
  texts: readonly PageText[],
  outDir: string,
): Promise<void> {
  const dir = path.join(outDir, fullTextDir(locale));
  await rm(dir, { recursive: true, force: true });
  // Pagefind drops a text without any word, such as a single emoji.
  const searchable = texts.filter(({ content }) => /[\p{L}\p{N}]/u.test(content));
  if (searchable.length === 0) return;
  try {
    const { index } = await withAnswer(pagefind.createIndex(), 'it started');
    if (!index) throw new SearchIndexError('Pagefind started, but gave no index to write to.');
    await Promise.all(
      searchable.map(({ path: url, title, type, lang, content, spellings }) =>
        withAnswer(
          index.addCustomRecord({
            url,
            language: locale,
            content,
            meta: {
              title,
              type,
              ...(lang !== undefined && { lang }),
              ...(spellings !== '' && { spellings }),
            },
          }),
          `it read ${url}`,
        ),
      ),
    );
    await withAnswer(index.writeFiles({ outputPath: dir }), `it wrote ${dir}`);
  } finally {
    await pagefind.close();
  }
  await checkCount(locale, dir, searchable.length);
  await removeUnused(dir);
}
