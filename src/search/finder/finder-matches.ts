/**
 * The opportunities that the finder shows below its sentence: of each language a small file, from which the browser picks
 * the first three of any sentence. Shared by the build and the browser.
 */
import { unpackLanguage } from '@/device/fit/fit-needs';
import { unmetConditions, type KnownLanguages } from '@/model/language-needs';
import type { FinderValues } from './finder-values';

/** So many are shown. */
export const matchesShown = 3;

/** An opportunity as the finder shows it. */
export interface FinderMatch {
  readonly path: string;
  readonly title: string;
  /** The language of the title, where it isn't the page's. */
  readonly lang?: string | undefined;
  /** Its facts, in a line. */
  readonly facts: string;
  readonly tasks: readonly string[];
  /** The languages of work, as in `PackedNeeds`. */
  readonly languages: readonly string[];
  /** The fewest hours a week. */
  readonly hours: number;
  /** The first instant (ms) at which it is closed. */
  readonly closesAt?: number | undefined;
}

/**
 * The opportunities that sentences in one language need, of those that count under it with their values, in their order:
 * the first three of each task and limit of hours. The first three of a sentence among these are those among all.
 */
export function neededMatches<Item>(items: readonly (readonly [Item, FinderValues])[]): Item[] {
  const needed = new Set<Item>();
  const shown = new Map<string, number>();
  for (const [item, { task, hours }] of items) {
    for (const one of ['', ...task]) {
      for (const limit of ['', ...hours]) {
        const key = `${one} ${limit}`;
        const before = shown.get(key) ?? 0;
        if (before === matchesShown) continue;
        shown.set(key, before + 1);
        needed.add(item);
      }
    }
  }
  return [...needed];
}

/** The choices of a sentence; `''` for any. */
interface FinderSentence {
  readonly task: string;
  readonly hours: string;
  /** The languages that the visitor knows; undefined for any. */
  readonly languages: KnownLanguages | undefined;
}

/** The first three of a sentence at an instant (ms), of the matches of its language. */
export function pickMatches(
  matches: readonly FinderMatch[],
  { task, hours, languages }: FinderSentence,
  now: number,
): FinderMatch[] {
  return matches
    .filter(
      (match) =>
        (match.closesAt === undefined || match.closesAt > now) &&
        (task === '' || match.tasks.includes(task)) &&
        (hours === '' || match.hours <= Number(hours)) &&
        (languages === undefined ||
          unmetConditions(match.languages.map(unpackLanguage), languages).length === 0),
    )
    .slice(0, matchesShown);
}
