/** The choices of the finder, with the number of opportunities for each of its sentences (build side). */
import { label, languageName } from '@/i18n/names';
import type { Translate } from '@/i18n/translate';
import { opportunityFacetValues } from '@/model/facet-values';
import { hoursBandIds } from '@/model/vocabularies/bands';
import { openCount, type OpenCount } from '@/site/cards';
import type { SiteOpportunity } from '@/site/site';
import { packCounts } from '../facets/finder-counts';

/** An answer to one of the finder's questions; without an id, any. */
interface FinderChoice {
  readonly id: string;
  readonly text: string;
}

export interface FinderView {
  readonly choices: Readonly<Record<'task' | 'lang' | 'hours', readonly FinderChoice[]>>;
  /** The language chosen at first: the reader's own, since readers can surely work in it. */
  readonly lang: string;
  /** For every combination of answers (`packCounts`). */
  readonly counts: string;
  /** For the answers chosen at first. */
  readonly count: number;
  /** The number of open opportunities. */
  readonly open: OpenCount;
}

/**
 * The finder of a language: what is open there, the tasks, and the languages of work in which something is open, by
 * name.
 */
export function finderView(
  t: Translate,
  open: readonly SiteOpportunity[],
  tasks: readonly { readonly value: string }[],
  languages: readonly { readonly value: string }[],
): FinderView {
  const choices = {
    task: [
      { id: '', text: t('finder.task.any') },
      ...tasks.map(({ value }) => ({ id: value, text: label(t, 'task', `${value}.do`) })),
    ],
    lang: [
      { id: '', text: t('finder.lang.any') },
      ...languages.map(({ value }) => ({ id: value, text: languageName(t, value) })),
    ],
    hours: [
      { id: '', text: t('finder.hours.any') },
      ...hoursBandIds.map((id) => ({ id: id as string, text: label(t, 'finder.hours', id) })),
    ],
  };
  const lang = languages.some(({ value }) => value === t.locale) ? t.locale : '';
  const ids = (list: readonly FinderChoice[]) => list.map(({ id }) => id);
  const values = open.map(({ shared, organization }) => opportunityFacetValues(shared, organization.shared));
  return {
    choices,
    lang,
    counts: packCounts(
      { task: ids(choices.task), lang: ids(choices.lang), hours: ids(choices.hours) },
      values,
    ),
    count: lang === '' ? open.length : values.filter((found) => found.lang.includes(lang)).length,
    open: openCount(open),
  };
}
