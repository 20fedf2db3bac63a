/** Encodes the facet columns of a language (build side). */
import type { SiteOpportunity } from '@/site/site';
import { enclosingRegions, countryRegions } from '@/model/vocabularies/countries';
import { packHours, packNeeds } from '@/device/fit/fit-needs';
import {
  formatVersion,
  packClosing,
  packColumn,
  type ColumnName,
  type FacetColumns,
} from '../facets/facet-columns';
import type { FitColumnName, FitColumns } from '../facets/fit-columns';

/** The values of an opportunity for each column. */
const valuesOf: Readonly<Record<ColumnName, (view: SiteOpportunity) => readonly string[]>> = {
  task: ({ shared }) => shared.taskTypes,
  cause: ({ shared }) => shared.causes,
  sdg: ({ shared }) => shared.sdgs,
  country: ({ shared }) => shared.countries,
  region: ({ shared }) => shared.regions,
  lang: ({ shared }) => packNeeds(shared).languages,
  hours: ({ shared }) => [packHours(shared)],
  length: ({ shared }) => [
    shared.length.kind === 'weeks' ? String(shared.length.weeks ?? 0) : shared.length.kind,
  ],
  kind: ({ organization }) => [organization.shared.kind],
  status: ({ shared }) => [shared.status],
  closes: ({ closesAt }) => packClosing(closesAt).closes,
  closesAt: ({ closesAt }) => packClosing(closesAt).closesAt,
  shownIn: ({ lang, locale }) => (lang === locale ? [] : [lang]),
};

function regionsAroundPlaces(views: readonly SiteOpportunity[]): Record<string, string[]> {
  const around = new Map<string, string[]>();
  for (const { shared } of views) {
    for (const country of shared.countries)
      if (!around.has(country)) around.set(country, countryRegions(country));
    for (const region of shared.regions) {
      // The world has no region around it, and is found under its own name.
      if (!around.has(region)) around.set(region, region === '001' ? ['001'] : enclosingRegions(region));
    }
  }
  return Object.fromEntries([...around].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The other files of a language's search. */
type SearchFiles = Pick<FacetColumns, 'index' | 'cards'>;

const noFiles: SearchFiles = { index: '', cards: '' };

/** Encodes the columns of opportunities, in their order; without `files` for filtering and counting only. */
export const encodeColumns = (
  views: readonly SiteOpportunity[],
  { index, cards }: SearchFiles = noFiles,
): FacetColumns => ({
  version: formatVersion,
  index,
  size: views.length,
  columns: Object.fromEntries(
    Object.entries(valuesOf).map(([name, values]) => [name, packColumn(views.map(values))]),
  ) as FacetColumns['columns'],
  cards,
  around: regionsAroundPlaces(views),
});

const fitValuesOf: Readonly<Record<FitColumnName, (view: SiteOpportunity) => readonly string[]>> = {
  skills: ({ shared }) => packNeeds(shared).skills ?? [],
  times: ({ shared }) => packNeeds(shared).times ?? [],
  from: ({ shared }) => shared.diasporaOf,
};

/** Encodes the columns for the fit check of the same opportunities, in the same order. */
export function encodeFitColumns(views: readonly SiteOpportunity[], index: string): FitColumns {
  return {
    index,
    columns: Object.fromEntries(
      Object.entries(fitValuesOf).map(([name, values]) => [name, packColumn(views.map(values))]),
    ) as FitColumns['columns'],
  };
}
