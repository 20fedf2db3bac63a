/** Opens the search over a folder of content, with the modules that run in the browser. */
import { overrideStrings } from '@/i18n/strings';
import { localeTable, type Locale } from '@/i18n/locales';
import { OperatorError } from '@/model/operator-error';
import { acceptEntries } from '@/pipeline/check/accept';
import { readStringOverrides } from '@/pipeline/interface-strings';
import type { FacetTable } from '@/search/facets/facet-columns';
import { writeSearchIndex } from '@/search/index/build-index';
import type { Lookup, SearchSteps } from '@/search/terms/find-opportunities.client';
import { buildSite, type Site, type SiteOpportunity } from '@/site/site';
import { createFilesSource } from '@/sources/files/files-source';
import { openFolderEngine } from '@scripts/bench/search/engines/own-engine';

/** The search can't be tried with this content, or with this file of questions. */
export class LabError extends OperatorError {
  override readonly name = 'LabError';

  constructor(
    message: string,
    override readonly hint: string,
  ) {
    super(message);
  }
}

/** The search of one language. */
export interface Lab {
  readonly locale: Locale;
  /** The instant (ms) at which opportunities are open or closed. */
  readonly now: number;
  readonly table: FacetTable;
  /** By row. */
  readonly opportunities: readonly SiteOpportunity[];
  readonly ask: (query: string) => Promise<{ readonly lookup: Lookup; readonly steps: SearchSteps }>;
}

/**
 * Reads a folder of content as a build does, without pictures, and prints how many entries were left out. Rejects with
 * an `OperatorError` where the folder can't be read.
 */
export async function readLabSite(dir: string, now: number, print: (line: string) => void): Promise<Site> {
  const read = await createFilesSource(dir).read(() => {});
  overrideStrings(readStringOverrides(dir, print));
  const { entries, counts } = acceptEntries(read.entries, read.problems);
  const leftOut = Object.values(counts).reduce((sum, count) => sum + count.leftOut, 0);
  if (leftOut > 0)
    print(`Entries left out because of a problem: ${leftOut}. npm run cms -- check prints each.`);
  return buildSite({ locales: read.locales, fallbacks: read.fallbacks, entries, pictures: {}, now });
}

/**
 * Writes the index of a language, of the site's first one by default, into a folder of its own below `dir`, and opens the
 * search in it. `fetch` must read files: `allowFileFetch`. Rejects with a `LabError` where the site has no opportunity in that language.
 */
export async function openLab(site: Site, dir: string, locale = site.locales[0] ?? 'en'): Promise<Lab> {
  const own = site.byLocale.get(locale);
  if (!own)
    throw new LabError(
      `The content has no ${localeTable[locale].name} (${locale}).`,
      `Give --locale with one of its languages: ${site.locales.join(', ')}.`,
    );
  if (own.opportunities.length === 0)
    throw new LabError('The content has no opportunity to search for.', 'Give a folder that has some.');
  const outDir = `${dir}/${locale}`;
  // The index of each language has the names of its terms in the other languages too.
  await writeSearchIndex({ site: { locales: site.locales, byLocale: new Map([[locale, own]]) }, outDir });
  let steps: SearchSteps | undefined;
  const engine = openFolderEngine(outDir, locale, (reported) => (steps = reported));
  return {
    locale,
    now: site.now,
    table: await engine.table(),
    opportunities: own.opportunities,
    ask: async (query) => {
      const lookup = await engine.find({ words: query.trim(), exact: false });
      if (!lookup || !steps || steps.typed.length === 0)
        throw new LabError(`“${query}” has no word to search for.`, 'Ask for at least one word.');
      return { lookup, steps };
    },
  };
}
