/** Writes what the search in the browser reads (build side): a Pagefind bundle, facet columns and a dictionary each. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translate';
import type { LocaleSite, Site } from '@/pipeline/site';
import { encodeDictionary } from './dictionary';
import { opportunityDocument } from './documents';
import { encodeColumns, encodeFitColumns } from './encode-columns';
import { SearchIndexError, writeBundle, type Bundle } from './pagefind-bundle';
import { bundleDir, columnsFile, dictionaryFile, fitColumnsFile } from './places';
import { indexWords } from './terms';

/** What was written for one language. */
export interface LanguageReport {
  readonly locale: Locale;
  /** Documents that can be found: as many as the language has opportunities. */
  readonly documents: number;
  /** Size of the facet columns, before compression. */
  readonly columnBytes: number;
}

export interface IndexReport {
  readonly languages: readonly LanguageReport[];
}

/** What the search index is made from, and where it goes. */
export interface IndexOptions {
  readonly site: Pick<Site, 'locales' | 'byLocale'>;
  /** The root of the site: `dist`. */
  readonly outDir: string;
  readonly progress?: (line: string) => void;
}

/** Pagefind writes nothing for nothing. */
const emptyBundle = (locale: Locale): Bundle => ({ index: `${locale}_0`, idByUrl: new Map() });

/** Resolves to the number of bytes. */
async function writeJson(file: string, value: unknown): Promise<number> {
  const json = `${JSON.stringify(value)}\n`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, json);
  return Buffer.byteLength(json);
}

async function writeLanguage(
  { locale, opportunities }: LocaleSite,
  outDir: string,
  progress: (line: string) => void,
): Promise<LanguageReport> {
  const t = translator(locale);
  const documents = opportunities.map((view) => opportunityDocument(view, t));
  const { index, idByUrl } =
    documents.length === 0
      ? emptyBundle(locale)
      : await writeBundle(locale, documents, path.join(outDir, bundleDir(locale)), progress);
  const ids = opportunities.map(({ path: url }) => {
    const id = idByUrl.get(url);
    if (id === undefined) {
      throw new SearchIndexError(
        `The search index (${locale}) lacks ${url}. Build again; if it stays so, report it.`,
      );
    }
    return id;
  });
  const words = documents.map(({ content, meta }) => indexWords([content, ...Object.values(meta)].join(' ')));
  const columnBytes = await writeJson(
    path.join(outDir, columnsFile(locale)),
    encodeColumns(opportunities, ids, index),
  );
  await writeJson(path.join(outDir, fitColumnsFile(locale)), encodeFitColumns(opportunities, index));
  await writeJson(path.join(outDir, dictionaryFile(locale)), encodeDictionary(words, index));
  return { locale, documents: documents.length, columnBytes };
}

/**
 * Writes `<outDir>/pagefind/<locale>/`, and `<locale>.json`, `<locale>.fit.json` and `<locale>.words.json` in
 * `<outDir>/search/`, for every language of the site, over what was there. The same site gives the same bytes. Rejects with a `SearchIndexError` where anything is missing.
 */
export async function writeSearchIndex({
  site,
  outDir,
  progress = () => {},
}: IndexOptions): Promise<IndexReport> {
  await Promise.all(
    ['pagefind', 'search'].map((name) => rm(path.join(outDir, name), { recursive: true, force: true })),
  );
  const languages: LanguageReport[] = [];
  // One after the other: each takes Pagefind more than a gigabyte at ten thousand opportunities.
  for (const locale of site.locales) {
    const localeSite = site.byLocale.get(locale);
    if (!localeSite) continue;
    const report = await writeLanguage(localeSite, outDir, progress);
    progress(`Search (${locale}): ${report.documents} opportunities`);
    languages.push(report);
  }
  return { languages };
}
