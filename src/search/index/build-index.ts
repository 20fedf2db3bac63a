/**
 * Writes the data for the search in the browser (build side): for each language terms, vectors, facet columns, a dictionary,
 * synonyms, the other entries, and their full texts.
 */
import { hash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { keepCached, readCached } from '@/cache/cached';
import { writeFiles, type FolderFiles } from '@/cache/folder-files';
import { encodeSavedCards } from '@/device/saved-page/encode-saved-cards';
import type { Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translate';
import type { LocaleSite, Site } from '@/site/site';
import { encodeDictionary } from '../query/encode-dictionary';
import { opportunityDocument } from './documents';
import { encodeColumns, encodeFitColumns } from './encode-columns';
import { collectEntries } from '../entries/collect-entries';
import { encodeSynonyms } from './encode-synonyms';
import { encodeNews, encodeRowIds } from '../saved-searches/news/encode-news';
import { writeCards } from '../cards/write-cards';
import { countWords, dictionaryWords } from '../terms/build/count-words';
import { writeLicenceNotice } from '../language/write-notice';
import { writeMeaning } from '../meaning/write-meaning';
import { loadLanguage } from '../words/load-language';
import { searchKey, type SearchCache } from './search-cache';
import { writeTerms } from '../terms/build/write-terms';
import { collectPageTexts } from '../full-text/page-texts';
import { makeFullTexts } from '../full-text/make-full-texts';
import { hashOf, searchVersion } from './search-version';
import {
  columnsFile,
  dictionaryFile,
  entriesFile,
  fitColumnsFile,
  synonymsFile,
  namesFile,
  meaningFile,
  newsFile,
  rowIdsFile,
  termsFile,
} from '../page/search-paths';

/** The report for one language. */
interface LanguageReport {
  readonly locale: Locale;
  /** The number of documents: as many as the language has opportunities. */
  readonly documents: number;
}

export interface IndexReport {
  readonly languages: readonly LanguageReport[];
}

/** True for a path and the hash of a file that the site has already. */
type IsKept = (name: string, hash: string) => boolean;

/** The source and target of the search index. */
export interface IndexOptions {
  readonly site: Pick<Site, 'locales' | 'byLocale'>;
  /** The root of the site: `dist`. */
  readonly outDir: string;
  readonly progress?: (line: string) => void;
  /** With it, the same bytes are written sooner. */
  readonly cache?: SearchCache | undefined;
  /** True for files of full texts that the site has already: they aren't written. */
  readonly isKept?: IsKept;
  /** Stops it before the next language. */
  readonly signal?: AbortSignal;
}

interface LanguageOptions {
  readonly site: LocaleSite;
  readonly locales: readonly Locale[];
  readonly outDir: string;
  readonly cache: SearchCache | undefined;
  readonly isKept: IsKept;
}

/** Writes all files of a language but the full texts. */
async function writeOwnFiles({ site, locales, outDir }: LanguageOptions): Promise<void> {
  const { locale, opportunities } = site;
  const index = searchVersion(site);
  const t = translator(locale);
  const cards = writeCards(opportunities, t, outDir);
  const documents = opportunities.toReversed().map((view) => opportunityDocument(view, t));
  const counts = countWords(documents);
  const options = { rules: await loadLanguage(locale), index, outDir };
  const { synonyms, names } = encodeSynonyms(site, locales);
  const files = {
    [termsFile(locale)]: writeTerms(locale, counts, options),
    [meaningFile(locale)]: writeMeaning(locale, documents, options),
    [columnsFile(locale)]: encodeColumns(opportunities, { index, cards }),
    [fitColumnsFile(locale)]: encodeFitColumns(opportunities, index),
    [rowIdsFile(locale)]: encodeRowIds(opportunities, index),
    [newsFile(locale)]: encodeNews(opportunities, index),
    ...encodeSavedCards(opportunities, t),
    [dictionaryFile(locale)]: encodeDictionary(dictionaryWords(counts), index),
    [synonymsFile(locale)]: synonyms,
    [namesFile(locale)]: names,
    [entriesFile(locale)]: collectEntries(site),
  };
  await mkdir(path.join(outDir, 'search'), { recursive: true });
  for (const [name, value] of Object.entries(files))
    await writeFile(path.join(outDir, name), `${JSON.stringify(value)}\n`);
  await writeLicenceNotice(locale, outDir);
}

/** Writes the full texts of a language, by Pagefind only where one of them has changed. */
async function writeCachedFullTexts({ site, outDir, cache, isKept }: LanguageOptions): Promise<void> {
  const { locale } = site;
  const texts = collectPageTexts(site);
  const key = cache && searchKey(cache, `full texts ${locale}`, hashOf(texts));
  const found = key && readCached<FolderFiles>(key, cache?.folder);
  const files = found ?? (await makeFullTexts(locale, texts));
  if (key && !found) keepCached(key, files, cache?.folder);
  const isNew = (name: string, bytes: Uint8Array) => !isKept(name, hash('sha256', bytes, 'hex'));
  writeFiles(
    outDir,
    [...files].filter(([name, bytes]) => isNew(name, bytes)),
  );
}

/**
 * Writes `<outDir>/pagefind/<locale>/` and `<outDir>/words/<locale>/`, and in `<outDir>/search/` `<locale>.json`,
 * `.terms.json`, `.meaning.json`, `.notice.txt`, `.fit.json`, `.ids.json`, `.saved-<n>.json`, `.news.json`, `.words.json`, `.synonyms.json`,
 * `.names.json` and `.entries.json` for every language of the site, replacing earlier files. The same
 * site gives the same bytes.
 * Rejects with an `OperatorError` where anything is missing.
 */
export async function writeSearchIndex({
  site,
  outDir,
  progress = () => {},
  cache,
  isKept = () => false,
  signal,
}: IndexOptions): Promise<IndexReport> {
  await Promise.all(
    ['pagefind', 'search', 'words'].map((name) =>
      rm(path.join(outDir, name), { recursive: true, force: true }),
    ),
  );
  const languages: LanguageReport[] = [];
  for (const locale of site.locales) {
    signal?.throwIfAborted();
    const localeSite = site.byLocale.get(locale);
    if (!localeSite) continue;
    const options = { site: localeSite, locales: site.locales, outDir, cache, isKept };
    await writeOwnFiles(options);
    await writeCachedFullTexts(options);
    const documents = localeSite.opportunities.length;
    progress(`Search (${locale}): ${documents} opportunities`);
    languages.push({ locale, documents });
  }
  return { languages };
}
