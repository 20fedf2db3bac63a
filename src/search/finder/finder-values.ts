/** Under which sentences of the finder an opportunity counts: those whose search finds it. */
import { sufficientHoursLimits } from '@/model/vocabularies/bands';
import type { SiteOpportunity } from '@/site/site';

/** The choices of the finder under which an opportunity counts; it always counts under "any". */
export interface FinderValues {
  readonly task: readonly string[];
  readonly lang: readonly string[];
  /** Limits of hours that are enough. */
  readonly hours: readonly string[];
}

export const finderValues = ({ shared }: Pick<SiteOpportunity, 'shared'>): FinderValues => ({
  task: shared.taskTypes,
  lang: [...new Set(shared.languages.map(({ language }) => language))],
  hours: sufficientHoursLimits(shared.hours.min),
});
