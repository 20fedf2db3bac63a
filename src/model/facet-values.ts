/** Under which values of each facet an opportunity is found. One rule for browse pages, search, feeds and campaigns. */
import { cacheByObject } from './cache-by-object';
import type { Opportunity, Organization } from './types/types';
import type { Stage } from './time/lifecycle';
import { matchingHoursBands, matchingLengthBand } from './vocabularies/bands';
import { enclosingRegions, countryRegions } from './vocabularies/countries';

/** The values of an opportunity by facet, without its status, which depends on the instant. */
export interface FacetValues {
  readonly task: readonly string[];
  readonly cause: readonly string[];
  readonly sdg: readonly string[];
  /** Countries that benefit. */
  readonly country: readonly string[];
  /** Every region that a benefiting country or region lies in, itself included. */
  readonly region: readonly string[];
  /** Languages of work, without level. */
  readonly lang: readonly string[];
  readonly hours: readonly string[];
  readonly length: readonly string[];
  readonly kind: readonly string[];
}

/** An opportunity and its organization, as far as facets depend on them. */
interface FacetSource {
  readonly shared: Opportunity['shared'];
  readonly organization: { readonly shared: Pick<Organization['shared'], 'kind'> };
}

/** Returns the values of an opportunity, found once for each object: lists, feeds and the search ask again and again. */
export const opportunityFacetValues = cacheByObject(({ shared, organization }: FacetSource): FacetValues => {
  const regions = [...shared.countries.flatMap(countryRegions), ...shared.regions.flatMap(enclosingRegions)];
  return {
    task: shared.taskTypes,
    cause: shared.causes,
    sdg: shared.sdgs,
    country: shared.countries,
    region: [...new Set(regions)].toSorted(),
    lang: [...new Set(shared.languages.map(({ language }) => language))],
    hours: matchingHoursBands(shared.hours),
    length: [matchingLengthBand(shared.length)],
    kind: [organization.shared.kind],
  };
});

/** A stage as the status facet names it: closing soon is open. */
export function statusFacetValue(stage: Stage): 'open' | 'paused' | 'filled' | 'closed' | undefined {
  if (stage === 'unpublished') return undefined;
  return stage === 'closing' ? 'open' : stage;
}
