/** Builds the island's props of a language from the site (build side). */
import { shownInNotes } from '@/components/opportunity/opportunity-facts';
import { fitStringsFile } from '@/device/fit-page/fit-strings';
import { createCollator } from '@/i18n/format/format';
import { capitalize, countryName, label, languageName, regionName } from '@/i18n/names';
import { browseFacets, pathOf } from '@/i18n/routes';
import type { Translate } from '@/i18n/translate';
import { acceptsApplications, dayMs } from '@/model/time/lifecycle';
import { hoursLimits, lengthBandIds } from '@/model/vocabularies/bands';
import { organizationKinds } from '@/model/vocabularies/kinds';
import { sdgs } from '@/model/vocabularies/sdgs';
import { taskTypes } from '@/model/vocabularies/task-types';
import type { LocaleSite, SiteOpportunity, Site } from '@/site/site';
import { facetIds, statusValues, type FacetChoice, type FacetId } from '../facets/search-address';
import { splitLanguageValue } from '../facets/language-value';
import { columnFacts, type PackedResult } from '../cards/card-files';
import { resultsPerPage } from '../ranking';
import { readColumns, type Column, type FacetTable } from '../facets/facet-columns';
import { packCard } from '../cards/write-cards';
import { encodeColumns } from '../index/encode-columns';
import { entriesTag } from '../entries/collect-entries';
import { fullTextDir, entriesFile } from './search-paths';
import { searchPageStrings, searchStrings, type SearchProps } from './search-props';
import { collectPageTexts } from '../full-text/page-texts';
import { searchVersion } from '../index/search-version';

/** The columns of opportunities as the browser reads them. */
function tableOf(views: readonly SiteOpportunity[]): FacetTable {
  return readColumns(encodeColumns(views));
}

function newestOf({ opportunities, locale }: LocaleSite): PackedResult[] {
  const open = opportunities.filter(({ stage }) => acceptsApplications(stage)).slice(0, resultsPerPage);
  const table = tableOf(open);
  return open.map((view, row) => ({ facts: columnFacts(table, row), texts: packCard(view, locale) }));
}

/** Used values, in the vocabulary's order. */
function inOrder(column: Column, vocabulary: readonly string[], name: (id: string) => string): FacetChoice[] {
  const present = new Set(column.sets.flat());
  return vocabulary.filter((id) => present.has(id)).map((id) => ({ id, label: name(id) }));
}

/** Used values, sorted by name. */
function byName(t: Translate, ids: Iterable<string>, name: (id: string) => string): FacetChoice[] {
  const compare = createCollator(t.locale);
  return [...new Set(ids)]
    .map((id) => ({ id, label: name(id) }))
    .sort((a, b) => compare(a.label, b.label) || (a.id < b.id ? -1 : 1));
}

function optionsOf({ columns, regions }: FacetTable, t: Translate): Record<FacetId, FacetChoice[]> {
  const named = (prefix: string) => (id: string) => label(t, prefix, id);
  const all = (ids: readonly string[], prefix: string) =>
    ids.map((id) => ({ id, label: label(t, prefix, id) }));
  return {
    task: inOrder(columns.task, taskTypes, named('task')),
    cause: byName(t, columns.cause.sets.flat(), named('cause')),
    sdg: inOrder(columns.sdg, sdgs, (id) => t('opportunity.sdg', { n: id, name: label(t, 'sdg', id) })),
    country: byName(t, columns.country.sets.flat(), (code) => countryName(t, code)),
    region: byName(t, regions.sets.flat(), (code) => regionName(t, code)),
    lang: byName(
      t,
      columns.lang.sets.flat().map((need) => splitLanguageValue(need).tag),
      (tag) => capitalize(t, languageName(t, tag)),
    ),
    hours: hoursLimits.map((id) => ({ id, label: capitalize(t, t.count('hours.upTo', Number(id))) })),
    length: lengthBandIds.map((id) => ({ id, label: capitalize(t, label(t, 'length', id)) })),
    kind: inOrder(columns.kind, organizationKinds, named('kind')),
    status: all(statusValues, 'status'),
  };
}

function islandStrings(t: Translate): SearchProps['strings'] {
  const onlyOnPage: ReadonlySet<string> = new Set(searchPageStrings);
  const strings = Object.entries(t.all(...searchStrings)).filter(([key]) => !onlyOnPage.has(key));
  return Object.fromEntries(strings) as SearchProps['strings'];
}

/** Builds the props of the search page in the language of `t`. Throws where the site isn't built in that language. */
export function buildSearchProps(site: Pick<Site, 'byLocale' | 'now'>, t: Translate): SearchProps {
  const { locale } = t;
  const localeSite = site.byLocale.get(locale);
  if (!localeSite) throw new Error(`The site is not built in ${locale}, so it has no search in it.`);
  const { opportunities } = localeSite;
  return {
    locale,
    version: searchVersion(localeSite),
    browsePath: pathOf(locale, { to: 'browse' }),
    others: {
      entries: `/${entriesFile(locale)}?v=${entriesTag(localeSite)}`,
      texts: collectPageTexts(localeSite).length > 0 ? `/${fullTextDir(locale)}/` : undefined,
    },
    feedFolders: {
      browse: pathOf(locale, { to: 'browse' }),
      open: pathOf(locale, { to: 'section', section: 'opportunities' }),
    },
    savedPath: pathOf(locale, { to: 'section', section: 'saved' }),
    strings: islandStrings(t),
    shownIn: shownInNotes(t),
    fit: {
      words: fitStringsFile(t).path,
      page: pathOf(locale, { to: 'section', section: 'fit' }),
    },
    order: browseFacets,
    options: opportunities.length > 0 ? optionsOf(tableOf(opportunities), t) : emptyOptions(),
    newest: newestOf(localeSite),
    builtOn: site.now - (site.now % dayMs),
  };
}

function emptyOptions(): Record<FacetId, FacetChoice[]> {
  return Object.fromEntries(facetIds.map((facet) => [facet, []])) as unknown as Record<
    FacetId,
    FacetChoice[]
  >;
}
