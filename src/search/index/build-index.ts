/**
 * Writes the data for the search in the browser (build side): for each language terms, facet columns, a dictionary,
 * synonyms, the other entries, and their full texts.
 */
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translate';
import type { LocaleSite, Site } from '@/site/site';
import { encodeDictionary } from '../query/encode-dictionary';
import { opportunityDocument } from './documents';
import { encodeColumns, encodeFitColumns } from './encode-columns';
import { encodeEntries } from './encode-entries';
import { encodeSynonyms } from './encode-synonyms';
import { encodeNews, encodeRowIds } from '../saved-searches/news/encode-news';
import { writeCards } from '../cards/write-cards';
import { writeFinder } from '../finder/finder-files';
import { countWords, dictionaryWords } from '../terms/build/count-words';
import { numberCachedTexts } from '../terms/build/cached-texts';
import {
  filesOfKey,
  listFilesInFolder,
  restoreFiles,
  type FilesOfKey,
  type IsKept,
} from '../cache/cached-files';
import { cachedValue, type SearchCache } from '../cache/search-cache';
import { writeTerms } from '../terms/build/write-terms';
import { collectPageTexts } from '../full-text/page-texts';
import { writeFullTexts } from '../full-text/write-full-texts';
import { hashOf, languageHash, opportunityHash, searchVersion, stringsHash } from './search-version';
import {
  columnsFile,
  dictionaryFile,
  entriesFile,
  fitColumnsFile,
  fullTextDir,
  synonymsFile,
  namesFile,
  newsFile,
  organizationsFile,
  rowIdsFile,
  shardsDir,
} from '../page/search-paths';

/** The report for one language. */
export interface LanguageReport {
  readonly locale: Locale;
  /** The number of documents: as many as the language has opportunities. */
  readonly documents: number;
  /** The size of the facet columns, before compression. */
  readonly columnBytes: number;
}

export interface IndexReport {
  readonly languages: readonly LanguageReport[];
}

/** The source and target of the search index. */
export interface IndexOptions {
  readonly site: Pick<Site, 'locales' | 'byLocale'>;
  /** The root of the site: `dist`. */
  readonly outDir: string;
  readonly progress?: (line: string) => void;
  /** Files of the build before: with them the same bytes are written sooner. */
  readonly cache?: SearchCache | undefined;
  /** True for files of full texts that the site has already: they aren't written. */
  readonly isKept?: IsKept | undefined;
  /** Stops it before the next language. */
  readonly signal?: AbortSignal;
}

interface LanguageOptions {
  readonly site: LocaleSite;
  readonly locales: readonly Locale[];
  readonly outDir: string;
  readonly cache: SearchCache | undefined;
  readonly isKept: IsKept | undefined;
}

/** Numbers the texts of opportunities. */
function numberOpportunities({ locale, opportunities }: LocaleSite, cache: SearchCache | undefined) {
  const t = translator(locale);
  const unread = opportunities.map((view) => ({
    hash: opportunityHash(view),
    read: () => opportunityDocument(view, t),
  }));
  return numberCachedTexts(unread, stringsHash(locale), cachedValue(cache, locale, 'texts'));
}

/** Writes all files of a language but the full texts. */
async function writeOwnFiles({ site, locales, outDir, cache }: LanguageOptions): Promise<void> {
  const { locale, opportunities } = site;
  const index = searchVersion(site);
  const cards = writeCards(opportunities, translator(locale), outDir);
  const counts = countWords(numberOpportunities(site, cache));
  await writeTerms(locale, counts, { index, outDir, cache });
  const { synonyms, names } = encodeSynonyms(site, locales);
  const { file, organizations } = encodeEntries(site);
  const files = {
    [columnsFile(locale)]: encodeColumns(opportunities, { index, cards }),
    [fitColumnsFile(locale)]: encodeFitColumns(opportunities, index),
    [rowIdsFile(locale)]: encodeRowIds(opportunities, index),
    [newsFile(locale)]: encodeNews(opportunities, index),
    [dictionaryFile(locale)]: encodeDictionary(dictionaryWords(counts), index),
    [synonymsFile(locale)]: synonyms,
    [namesFile(locale)]: names,
    [entriesFile(locale)]: file,
    [organizationsFile(locale)]: organizations,
  };
  await mkdir(path.join(outDir, 'search'), { recursive: true });
  for (const [name, value] of Object.entries(files))
    await writeFile(path.join(outDir, name), `${JSON.stringify(value)}\n`);
  await writeFinder(site, outDir);
}

/** Writes the full texts of a language, by Pagefind only where one of them has changed. */
async function writeCachedFullTexts({ site, outDir, cache, isKept }: LanguageOptions): Promise<void> {
  const { locale } = site;
  const texts = collectPageTexts(site);
  const key = hashOf(texts);
  const cached = cachedValue<FilesOfKey>(cache, locale, 'full-texts');
  if (restoreFiles(cached, key, outDir, isKept)) return;
  await writeFullTexts(locale, texts, outDir);
  if (cache) cached.store(filesOfKey(key, outDir, listFilesInFolder(outDir, fullTextDir(locale))));
}

async function writeLanguage(options: LanguageOptions): Promise<LanguageReport> {
  const { site, locales, outDir, cache } = options;
  const { locale } = site;
  const key = languageHash(site, locales);
  const cached = cachedValue<FilesOfKey>(cache, locale, 'files');
  if (!restoreFiles(cached, key, outDir)) {
    await writeOwnFiles(options);
    const names = [shardsDir(locale), 'search'].flatMap((folder) => listFilesInFolder(outDir, folder));
    const isOwn = (name: string) => !name.startsWith('search/') || name.startsWith(`search/${locale}.`);
    if (cache) cached.store(filesOfKey(key, outDir, names.filter(isOwn)));
  }
  await writeCachedFullTexts(options);
  const { size } = await stat(path.join(outDir, columnsFile(locale)));
  return { locale, documents: site.opportunities.length, columnBytes: size };
}

/**
 * Writes `<outDir>/pagefind/<locale>/` and `<outDir>/shards/<locale>/`, and in `<outDir>/search/` `<locale>.json`,
 * `.terms.json`, `.notice.txt`, `.fit.json`, `.finder.*.json`, `.ids.json`, `.news.json`, `.words.json`, `.meanings.json`,
 * `.names.json`, `.entries.json` and `.organizations.json` for every language of the site, replacing earlier files. The same
 * site gives the same bytes.
 * Rejects with a `SearchIndexError` where anything is missing.
 */
export async function writeSearchIndex({
  site,
  outDir,
  progress = () => {},
  cache,
  isKept,
  signal,
}: IndexOptions): Promise<IndexReport> {
  await Promise.all(
    ['pagefind', 'search', 'shards'].map((name) =>
      rm(path.join(outDir, name), { recursive: true, force: true }),
    ),
  );
  const languages: LanguageReport[] = [];
  for (const locale of site.locales) {
    signal?.throwIfAborted();
    const localeSite = site.byLocale.get(locale);
    if (!localeSite) continue;
    const report = await writeLanguage({ site: localeSite, locales: site.locales, outDir, cache, isKept });
    progress(`Search (${locale}): ${report.documents} opportunities`);
    languages.push(report);
  }
  return { languages };
}
