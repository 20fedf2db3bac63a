/** The opportunities that the home page suggests to everyone, before anything is chosen. */
import { unmetConditions } from '@/model/language-needs';
import type { SiteOpportunity } from '@/site/site';
import { assumedLevel } from '../facets/language-fit';
import { matchesShown } from '../ranking';
import { dayMs } from '@/model/time/lifecycle';

/** At least so many of the easiest take turns, a day each. */
const candidates = 6;

const expertise = { some: 1, solid: 3, expert: 8 } as const;

/**
 * How much an opportunity asks for, in steps: no more than its readers' language, few hours, no expertise, a short time.
 * Featured ones may ask for more.
 */
function effort({ shared }: SiteOpportunity, locale: string): number {
  const { languages, hours, skills, length, featured } = shared;
  const known = new Map([[locale, assumedLevel(locale, locale)]]);
  return (
    (featured ? -4 : 0) +
    8 * unmetConditions(languages, known).length +
    (hours.max <= 2 ? 0 : hours.max <= 5 ? 1 : 3) +
    Math.max(0, ...skills.map(({ level }) => expertise[level])) +
    (length.kind === 'one-off' ? 0 : length.kind === 'weeks' && (length.weeks ?? 0) <= 4 ? 1 : 2)
  );
}

/**
 * Chooses from what is open at an instant (ms): little effort, what closes first before the rest; of different tasks where
 * there are such. Other ones every day.
 */
export function firstSuggestions(
  open: readonly SiteOpportunity[],
  locale: string,
  now: number,
): readonly SiteOpportunity[] {
  const efforts = open.map((one) => effort(one, locale));
  const most = efforts.toSorted((a, b) => a - b)[candidates - 1] ?? Infinity;
  const easiest = open
    .filter((_, index) => (efforts[index] ?? 0) <= most)
    .toSorted((a, b) => (a.closesAt ?? Infinity) - (b.closesAt ?? Infinity) || 0);
  const turn = Math.floor(now / dayMs) % Math.max(1, easiest.length);
  const inTurn = [...easiest.slice(turn), ...easiest.slice(0, turn)];
  const ofTask = new Map(inTurn.toReversed().map((one) => [one.shared.taskTypes[0], one]));
  const firstOfTask = inTurn.filter((one) => ofTask.get(one.shared.taskTypes[0]) === one);
  return [...new Set([...firstOfTask, ...inTurn])].slice(0, matchesShown);
}
