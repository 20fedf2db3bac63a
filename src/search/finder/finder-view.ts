/** The finder: its choices, the number of opportunities for those chosen at first, and the first of them (build side). */
import { rowStringsFile } from '@/components/opportunity/build-row-strings';
import { label, languageName } from '@/i18n/names';
import type { Translate } from '@/i18n/translate';
import { hoursLimits, maxHoursPerWeek } from '@/model/vocabularies/bands';
import type { LocaleSite, SiteOpportunity } from '@/site/site';
import { opportunityCard, type OpportunityCard } from '@/site/cards';
import { searchVersion } from '../index/search-version';
import { firstSuggestions } from './first-suggestions';

/** An answer to one of the finder's questions; without an id, any. */
interface FinderChoice {
  readonly id: string;
  readonly text: string;
}

export interface FinderView {
  readonly choices: Readonly<Record<'task' | 'lang' | 'hours', readonly FinderChoice[]>>;
  /** The language chosen at first: the reader's own, since readers can surely work in it. */
  readonly lang: string;
  /** For the answers chosen at first. */
  readonly count: number;
  /** What is suggested before anything else is chosen. */
  readonly cards: readonly OpportunityCard[];
  /** The version of the search's data, and the address of the strings of rows. */
  readonly version: string;
  readonly rowStrings: string;
}

/**
 * The finder of a language at the instant (ms) of the build: what is open there, the tasks, and the languages of work in which something is open, by
 * name.
 */
export function finderView(
  t: Translate,
  { site, now }: { readonly site: LocaleSite; readonly now: number },
  open: readonly SiteOpportunity[],
  tasks: readonly { readonly value: string }[],
  languages: readonly { readonly value: string }[],
): FinderView {
  const lang = languages.some(({ value }) => value === t.locale) ? t.locale : '';
  const isInLanguage = ({ shared }: SiteOpportunity) =>
    lang === '' || shared.languages.some(({ language }) => language === lang);
  return {
    choices: {
      task: [
        { id: '', text: t('finder.task.any') },
        ...tasks.map(({ value }) => ({ id: value, text: label(t, 'task', `${value}.do`) })),
      ],
      lang: [
        { id: '', text: t('finder.lang.any') },
        ...languages.map(({ value }) => ({
          id: value,
          text: t('finder.lang.in', { language: languageName(t, value) }),
        })),
      ],
      // Nothing asks for more than the highest limit a week, so that it stands for any.
      hours: [...hoursLimits].reverse().map((limit) => ({
        id: Number(limit) === maxHoursPerWeek ? '' : limit,
        text: t.count('hours.upTo', Number(limit)),
      })),
    },
    lang,
    count: open.filter(isInLanguage).length,
    cards: firstSuggestions(open, t.locale, now).map(opportunityCard),
    version: searchVersion(site),
    rowStrings: rowStringsFile(t).path,
  };
}
