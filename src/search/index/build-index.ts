/**
 * Writes the data for the search in the browser (build side): for each language terms, facet columns, a dictionary,
 * synonyms, the other entries, and their full texts.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translate';
import type { LocaleSite, Site } from '@/site/site';
import { encodeDictionary } from '../query/encode-dictionary';
import { opportunityDocument } from './documents';
import { encodeColumns, encodeFitColumns } from './encode-columns';
import { encodeEntries } from './encode-entries';
import { encodeSynonyms } from './encode-synonyms';
import { encodeNews, encodeRowIds } from '../saved-searches/encode-news';
import { writeCards } from '../cards/write-cards';
import { writeFinder } from '../finder/finder-files';
import { countWords, dictionaryWords } from '../terms/count-words';
import { numberDocuments } from '../terms/numbered-texts';
import { writeTerms } from '../terms/write-terms';
import { collectPageTexts } from '../full-text/page-texts';
import { writeFullTexts } from '../full-text/write-full-texts';
import { searchVersion } from './search-version';
import {
  columnsFile,
  dictionaryFile,
  entriesFile,
  fitColumnsFile,
  synonymsFile,
  namesFile,
  newsFile,
  organizationsFile,
  rowIdsFile,
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
  /** Stops it before the next language. */
  readonly signal?: AbortSignal;
}

/** Resolves to the number of bytes. */
async function writeJson(file: string, value: unknown): Promise<number> {
  const json = `${JSON.stringify(value)}\n`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, json);
  return Buffer.byteLength(json);
}

async function writeLanguage(
  site: LocaleSite,
  locales: readonly Locale[],
  outDir: string,
): Promise<LanguageReport> {
  const { locale, opportunities } = site;
  const t = translator(locale);
  const index = searchVersion(site);
  const cards = await writeCards(opportunities, t, outDir);
  const texts = numberDocuments(opportunities.values().map((view) => opportunityDocument(view, t)));
  const counts = countWords(texts);
  await writeTerms(locale, counts, index, outDir);
  const columnBytes = await writeJson(
    path.join(outDir, columnsFile(locale)),
    encodeColumns(opportunities, { index, cards }),
  );
  await writeJson(path.join(outDir, fitColumnsFile(locale)), encodeFitColumns(opportunities, index));
  await writeJson(path.join(outDir, rowIdsFile(locale)), encodeRowIds(opportunities, index));
  await writeJson(path.join(outDir, newsFile(locale)), encodeNews(opportunities, index));
  await writeJson(
    path.join(outDir, dictionaryFile(locale)),
    encodeDictionary(dictionaryWords(counts), index),
  );
  const { synonyms, names } = encodeSynonyms(site, locales);
  await writeJson(path.join(outDir, synonymsFile(locale)), synonyms);
  await writeJson(path.join(outDir, namesFile(locale)), names);
  const { file, organizations } = encodeEntries(site);
  await writeJson(path.join(outDir, entriesFile(locale)), file);
  await writeJson(path.join(outDir, organizationsFile(locale)), organizations);
  await writeFinder(site, outDir);
  await writeFullTexts(locale, collectPageTexts(site), outDir);
  return { locale, documents: opportunities.length, columnBytes };
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
    const report = await writeLanguage(localeSite, site.locales, outDir);
    progress(`Search (${locale}): ${report.documents} opportunities`);
    languages.push(report);
  }
  return { languages };
}
