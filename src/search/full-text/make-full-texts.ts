/** Makes Pagefind's index of the full texts of a language's pages (build side). */
import * as pagefind from 'pagefind';
import type { FolderFiles } from '@/cache/folder-files';
import { OperatorError } from '@/model/operator-error';
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
      reject(new OperatorError(`Pagefind gave no answer for ${silenceMs / 1000} s while ${what}. ${advice}`));
    }, silenceMs);
  });
  try {
    const response = await Promise.race([request, silence]).catch((error: unknown) => {
      if (error instanceof OperatorError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new OperatorError(`Pagefind stopped while ${what}: ${reason}. ${advice}`, undefined, {
        cause: error,
      });
    });
    if (response.errors.length > 0) {
      throw new OperatorError(`Pagefind failed while ${what}: ${response.errors.join('; ')}.`);
    }
    return response;
  } finally {
    clearTimeout(timer);
  }
}

/** Files of Pagefind that the search doesn't load: other interfaces, a worker, and the code for languages without stems. */
const unused = /^pagefind-(?!entry\.json)[a-z-]+\.(?:js|css)$|^wasm\.unknown\.pagefind$/;

/** The part of `pagefind-entry.json` that is read here. */
interface EntryFile {
  readonly languages: Readonly<Record<string, { readonly page_count: number }>>;
}

const entryFile = 'pagefind-entry.json';

/** Throws a `OperatorError` where the index hasn't all texts. */
function checkCount(locale: string, files: FolderFiles, count: number): void {
  const file = `${fullTextDir(locale)}/${entryFile}`;
  const bytes = files.get(file);
  const entry = bytes && (JSON.parse(Buffer.from(bytes).toString()) as EntryFile);
  const written = entry?.languages[locale]?.page_count ?? 0;
  if (written !== count)
    throw new OperatorError(
      `${file} tells of ${written} pages in ${locale}, but ${count} were given. Two of them may share an address, or Pagefind isn’t in the version that package.json names.`,
    );
}

/**
 * Makes the index of texts, with paths from the root of the site; no file where there are no texts. The same texts give the
 * same bytes. Rejects with a `OperatorError`, also where the index doesn't have every text.
 */
export async function makeFullTexts(locale: string, texts: readonly PageText[]): Promise<FolderFiles> {
  // Pagefind drops a text without any word, such as a single emoji.
  const searchable = texts.filter(({ content }) => /[\p{L}\p{N}]/u.test(content));
  if (searchable.length === 0) return new Map();
  try {
    const { index } = await withAnswer(pagefind.createIndex(), 'it started');
    if (!index) throw new OperatorError('Pagefind started, but gave no index to write to.');
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
    // Its process writes no files: an interrupted build could not keep it from that.
    const { files } = await withAnswer(index.getFiles(), `it made the index in ${locale}`);
    const used = files.filter(({ path }) => !unused.test(path));
    const made = new Map(used.map(({ path, content }) => [`${fullTextDir(locale)}/${path}`, content]));
    checkCount(locale, made, searchable.length);
    return made;
  } finally {
    await pagefind.close();
  }
}
