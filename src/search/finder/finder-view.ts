/** The finder: its choices, the number of opportunities for each of its sentences, and the first of them (build side). */
import { label, languageName } from '@/i18n/names';
import type { Translate } from '@/i18n/translate';
import { hoursLimits, maxHoursPerWeek } from '@/model/vocabularies/bands';
import type { LocaleSite, SiteOpportunity } from '@/site/site';
import { finderFile } from '../page/search-paths';
import { packCounts } from './finder-counts';
import { finderFiles, finderMatch } from './finder-files';
import { matchesShown, type FinderMatch } from './finder-matches';
import { finderValues } from './finder-values';

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
  /** The first opportunities for the answers chosen at first. */
  readonly matches: readonly FinderMatch[];
  /** The address of the matches of a language, with a gap `{lang}`. */
  readonly matchesUrl: string;
}

/**
 * The finder of a language: what is open there, the tasks, and the languages of work in which something is open, by
 * name.
 */
export function finderView(
  t: Translate,
  site: LocaleSite,
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
    // Nothing asks for more than the highest limit a week, so that it stands for any.
    hours: [...hoursLimits].reverse().map((limit) => ({
      id: Number(limit) === maxHoursPerWeek ? '' : limit,
      text: t.count('hours.upTo', Number(limit)),
    })),
  };
  const lang = languages.some(({ value }) => value === t.locale) ? t.locale : '';
  const ids = (list: readonly FinderChoice[]) => list.map(({ id }) => id);
  const values = open.map(finderValues);
  const first = open.filter((_, index) => lang === '' || values[index]?.lang.includes(lang));
  return {
    choices,
    lang,
    counts: packCounts(
      { task: ids(choices.task), lang: ids(choices.lang), hours: ids(choices.hours) },
      values,
    ),
    count: first.length,
    matches: first.slice(0, matchesShown).map((view) => finderMatch(t, view)),
    matchesUrl: `/${finderFile(t.locale, '{lang}')}?v=${finderFiles(site).version}`,
  };
}
