/** Under which values of each facet an opportunity is found. One rule for browse pages, search, feeds and campaigns. */
import type { Opportunity } from './types/opportunity';
import type { Organization } from './types/organization';
import type { Stage } from './time/lifecycle';
import { matchingHoursBands, matchingLengthBand, type Length } from './vocabularies/bands';
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

/** A length as the model has it: `{ kind: 'weeks', weeks }` always has its weeks once the rules have passed. */
function lengthOf(length: Opportunity['shared']['length']): Length {
  return length.kind === 'weeks' ? { kind: 'weeks', weeks: length.weeks ?? 0 } : { kind: length.kind };
}

export function opportunityFacetValues(
  opportunity: Opportunity['shared'],
  organization: Pick<Organization['shared'], 'kind'>,
): FacetValues {
  const regions = [
    ...opportunity.countries.flatMap(countryRegions),
    ...opportunity.regions.flatMap(enclosingRegions),
  ];
  return {
    task: opportunity.taskTypes,
    cause: opportunity.causes,
    sdg: opportunity.sdgs,
    country: opportunity.countries,
    region: [...new Set(regions)].toSorted(),
    lang: [...new Set(opportunity.languages.map(({ language }) => language))],
    hours: matchingHoursBands(opportunity.hours),
    length: [matchingLengthBand(lengthOf(opportunity.length))],
    kind: [organization.kind],
  };
}

/** A stage as the status facet names it: closing soon is open. */
export function statusFacetValue(stage: Stage): 'open' | 'paused' | 'filled' | 'closed' | undefined {
  if (stage === 'unpublished') return undefined;
  return stage === 'closing' ? 'open' : stage;
}
