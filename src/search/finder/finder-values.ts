/** Under which sentences of the finder an opportunity counts: those of visitors who can do it with what they say. */
import { unmetConditions } from '@/model/language-needs';
import { sufficientHoursLimits } from '@/model/vocabularies/bands';
import type { SiteOpportunity } from '@/site/site';
import { assumedLevel } from '../facets/language-fit';

/** The choices of the finder under which an opportunity counts; it always counts under "any". */
export interface FinderValues {
  readonly task: readonly string[];
  /** Languages each of which is enough alone. */
  readonly lang: readonly string[];
  /** Limits of hours that are enough. */
  readonly hours: readonly string[];
}

/** The values of an opportunity, for visitors who know a language well (`assumedLevel`). */
export function finderValues({ shared }: Pick<SiteOpportunity, 'shared'>): FinderValues {
  const languages = new Set(shared.languages.map(({ language }) => language));
  return {
    task: shared.taskTypes,
    lang: [...languages].filter(
      (tag) => unmetConditions(shared.languages, new Map([[tag, assumedLevel]])).length === 0,
    ),
    hours: sufficientHoursLimits(shared.hours.min),
  };
}
