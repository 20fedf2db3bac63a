/** Loads the files of a first search in every language, and checks that they belong to one index. */
import { pathOf } from '@/i18n/routes';
import { locales, type Locale } from '@/i18n/locales';
import { cardNameLength } from '@/search/cards/card-files';
import type { FacetColumns } from '@/search/facets/facet-columns';
import { cardFile, fullTextDir, fullTextEntryFile, wordFile } from '@/search/page/search-paths';
import { wordFileNameLength } from '@/search/word-files/word-file-list';
import type { TermsFile } from '@/search/terms/term-directory';
import { readStemFile } from '@/search/terms/stem-lines';
import { requestPath, type VerifyContext } from './context';
import { createFindingList, type CheckResult } from './check-result';

/** Matches addresses of the search's files in its page. */
const searchFilePattern = /\/search\/[^"'\s&<]+\.json(?:\?[^"'\s&<]*)?/g;

type Findings = ReturnType<typeof createFindingList>;

/** Checks one language; resolves to its number of opportunities. */
async function checkLanguage(
  context: VerifyContext,
  locale: Locale,
  { path, html }: { readonly path: string; readonly html: string },
  found: Findings,
): Promise<number> {
  const files = [...new Set(html.match(searchFilePattern))];
  const named = (ending: string) => files.find((file) => file.split('?')[0]?.endsWith(ending));
  const load = async (file: string | undefined, what: string) => {
    if (file === undefined) {
      found.wrong(`${path} doesn’t name ${what}. Publish again.`);
      return undefined;
    }
    const response = await requestPath(context, file);
    if (response.status === 200) return response;
    found.wrong(`${file}, ${what}, answers ${response.status}: nothing can be found. Publish again.`);
    return undefined;
  };
  if (html.includes(`/${fullTextDir(locale)}/`))
    await load(`/${fullTextEntryFile(locale)}`, 'the index of full texts');
  const columns = await load(named(`/${locale}.json`), 'the columns of the facets');
  const directory = await load(named(`/${locale}.terms.json`), 'the directory of the terms');
  if (!columns || !directory) return 0;
  try {
    const { index, size, cards } = JSON.parse(columns.body.toString()) as FacetColumns;
    const terms = JSON.parse(directory.body.toString()) as TermsFile;
    if (terms.index !== index)
      found.wrong(
        `The columns and the terms in ${locale} are of two builds. Publish again, and empty the caches.`,
      );
    if (size === 0) return 0;
    const words = await load(
      `/${wordFile(locale, terms.terms.names.slice(-wordFileNameLength))}`,
      'a file of words',
    );
    if (words && readStemFile(words.body.toString()).stemOf.size === 0)
      found.wrong(`${words.url.pathname} has no words. Publish again.`);
    const texts = await load(`/${cardFile(locale, cards.slice(0, cardNameLength))}`, 'a file of texts');
    if (texts) JSON.parse(texts.body.toString());
    return size;
  } catch (error) {
    found.wrong(
      `The files of the search in ${locale} can’t be read (${(error as Error).message}). Publish again.`,
    );
    return 0;
  }
}

export async function checkSearchFiles(context: VerifyContext): Promise<CheckResult> {
  const found = createFindingList();
  let languages = 0;
  let opportunities = 0;
  for (const locale of locales) {
    const path = pathOf(locale, { to: 'section', section: 'search' });
    const page = await requestPath(context, path);
    // A site may have fewer languages. The crawl reports a missing one if pages link to it.
    if (page.status === 404) continue;
    languages += 1;
    opportunities += await checkLanguage(context, locale, { path, html: page.body.toString() }, found);
  }
  if (languages === 0) found.wrong('There is no search page in any language. Publish again.');
  return found.result('Search', `${languages} languages, ${opportunities} opportunities`);
}
