/** The lines on the home page about what a visitor has under way. Pure. */
import type { IslandTranslate } from '@/i18n/create-translate';
import { dateText } from '@/i18n/format/date-text';
import { closingDay } from '@/i18n/format/reader-time';
import type { AppliedItem } from '@/device/storage/application/applied-item';
import type { SavedItem } from '@/device/saved/saved-store';
import { parseAddress } from '../facets/search-address';
import type { Glance } from '../saved-searches/news/find-news';
import { sinceText } from '../saved-searches/news/since-text';

/** The strings that the lines need. */
export const standingStrings = [
  'standing.due',
  'standing.overdue',
  'standing.closes',
  'standing.nothing',
  'standing.news',
  'standing.changed',
  'standing.check',
  'searches.new.one',
  'searches.new.other',
  'searches.atLeast',
  'searches.since',
  'searches.since.weekday',
  'searches.since.today',
] as const;

/** A line: words, and the name that they are about, which is a link. */
export interface StandingLine {
  readonly before: string;
  readonly name: string;
  readonly href: string;
  /** The language of the name, where it isn't the page's. */
  readonly lang?: string | undefined;
}

export interface Standing {
  readonly applied: readonly AppliedItem[];
  readonly saved: readonly SavedItem[];
  /** When saved opportunities close, as far as the site has told; undefined for one that isn't open any more. */
  readonly closings: ReadonlyMap<string, number | undefined>;
  readonly glances: readonly Glance[];
  readonly now: number;
}

/** The addresses that lines lead to. */
interface StandingPaths {
  readonly saved: string;
  readonly search: Readonly<Record<string, string>>;
}

const dayMs = 86_400_000;
/** Answers due and opportunities that close within so many days have a line. */
const dueDays = 14;
const closingDays = 7;

type Translate = IslandTranslate<(typeof standingStrings)[number]>;

function appliedLines({ applied, now }: Standing, t: Translate, locale: string, { saved }: StandingPaths) {
  const waiting = applied
    .filter(({ answeredAt, withdrawnAt }) => answeredAt === undefined && withdrawnAt === undefined)
    .flatMap((item) => (item.replyBy === undefined ? [] : { item, at: Date.parse(item.replyBy) }))
    .filter(({ at }) => at - now <= dueDays * dayMs)
    .toSorted((a, b) => a.at - b.at);
  return waiting.map(({ item, at }) => ({
    isOverdue: at < now,
    before: t(at < now ? 'standing.overdue' : 'standing.due', { day: dateText(locale, at, 'short') }),
    name: item.title,
    href: `${saved}#applied`,
    lang: item.lang === locale ? undefined : item.lang,
  }));
}

function savedLines({ saved, closings, now }: Standing, t: Translate, locale: string): StandingLine[] {
  return saved
    .flatMap((item) => {
      const at = closings.has(item.id) ? closings.get(item.id) : item.closesAt;
      return at !== undefined && at > now && at - now <= closingDays * dayMs ? { item, at } : [];
    })
    .toSorted((a, b) => a.at - b.at)
    .map(({ item, at }) => ({
      before: t('standing.closes', { day: closingDay(locale, at) }),
      name: item.title,
      href: item.path,
      lang: item.lang === locale ? undefined : item.lang,
    }));
}

function newsLines(
  { glances, now }: Standing,
  t: Translate,
  locale: string,
  paths: StandingPaths,
): StandingLine[] {
  const news = glances.filter(({ count }) => count > 0);
  const lines = news.map(({ search, count, isExact }) => {
    const since = sinceText(t, locale, search.lookedAt, now);
    const path = paths.search[parseAddress(search.address).q === '' ? locale : search.lang] ?? '';
    const news = isExact
      ? t.count('searches.new', count, { since })
      : t('searches.atLeast', { n: count, since });
    return {
      before: t('standing.news', { news }),
      name: search.label,
      href: path + search.address,
      lang: search.lang === locale ? undefined : search.lang,
    };
  });
  const isUnknown = glances.some(({ count, isExact }) => count === 0 && !isExact);
  return isUnknown
    ? [
        ...lines,
        { before: t('standing.changed'), name: t('standing.check'), href: `${paths.saved}#searches` },
      ]
    : lines;
}

/** All lines, the most urgent first; one that says so where there are none, but none where nothing is on the device. */
export function standingLines(
  standing: Standing,
  searches: number,
  t: Translate,
  locale: string,
  paths: StandingPaths,
): readonly StandingLine[] {
  const { applied, saved } = standing;
  const due = appliedLines(standing, t, locale, paths);
  if (applied.length + saved.length + searches === 0) return [];
  const lines = [
    ...due.filter(({ isOverdue }) => isOverdue),
    ...newsLines(standing, t, locale, paths),
    ...due.filter(({ isOverdue }) => !isOverdue),
    ...savedLines(standing, t, locale),
  ];
  return lines.length > 0 ? lines : [{ before: '', name: t('standing.nothing'), href: paths.saved }];
}

/** The most lines on the home page. */
export const mostLines = 4;
