/**
 * The number of opportunities for each sentence of the finder: every task, language and hours, and "any" of each.
 * Counted once in the build; the browser looks one number up. Pure, shared with the browser.
 */
import type { FinderValues } from './finder-values';

/** So many opportunities are shown below a sentence. */
export const matchesShown = 3;

/** The finder's choices in their order; the first of each list is `''`, for any. */
export interface FinderChoices {
  readonly task: readonly string[];
  readonly lang: readonly string[];
  readonly hours: readonly string[];
}

/** The three choices as indexes of their lists, from 0. */
export interface FinderPlaces {
  readonly task: number;
  readonly lang: number;
  readonly hours: number;
}

const finderParts = ['task', 'lang', 'hours'] as const;

const flatIndex = ({ task, lang, hours }: FinderPlaces, langs: number, limits: number) =>
  (task * langs + lang) * limits + hours;

/** The indexes that count an opportunity with these values: its own, and "any". */
function countedIndexes(offered: readonly string[], values: readonly string[]): number[] {
  return [0, ...values.map((value) => offered.indexOf(value)).filter((place) => place > 0)];
}

/** Counts open opportunities for every sentence: base 36, empty for zero, separated by commas. */
export function packCounts(choices: FinderChoices, open: readonly FinderValues[]): string {
  const [langs, limits] = [choices.lang.length, choices.hours.length];
  const counts = new Uint32Array(choices.task.length * langs * limits);
  for (const values of open) {
    for (const task of countedIndexes(choices.task, values.task)) {
      for (const lang of countedIndexes(choices.lang, values.lang)) {
        for (const hours of countedIndexes(choices.hours, values.hours)) {
          const place = flatIndex({ task, lang, hours }, langs, limits);
          counts[place] = (counts[place] ?? 0) + 1;
        }
      }
    }
  }
  return Array.from(counts, (count) => (count === 0 ? '' : count.toString(36))).join(',');
}

/** The indexes of an opportunity's values, and the first instant (ms) at which it is closed. */
interface FinderClosing {
  readonly closesAt: number;
  readonly values: FinderValues;
}

const minute = 60_000;

/**
 * Packs opportunities that close soon, so that the browser can take them off the counts: `hsg3k.1-4.2.1`, the minute in
 * base 36 and the indexes of tasks, languages and hours, with commas between them.
 */
export function packFinderClosings(choices: FinderChoices, closing: readonly FinderClosing[]): string {
  return closing
    .map(({ closesAt, values }) =>
      [
        Math.ceil(closesAt / minute).toString(36),
        ...finderParts.map((part) => countedIndexes(choices[part], values[part]).slice(1).join('-')),
      ].join('.'),
    )
    .join(',');
}

/** The number of packed opportunities that count under a sentence and are closed at an instant (ms). */
export function countClosed(packed: string, places: FinderPlaces, now: number): number {
  return packed.split(',').filter((closing) => {
    const [at = '', ...indexes] = closing.split('.');
    const isUnder = (part: keyof FinderPlaces, place: number) =>
      places[part] === 0 || (indexes[place] ?? '').split('-').includes(String(places[part]));
    return at !== '' && Number.parseInt(at, 36) * minute <= now && finderParts.every(isUnder);
  }).length;
}

/** The count of one sentence, from the result of `packCounts`; `langs` and `limits` are the lengths of those lists. */
export function readFinderCount(packed: string, places: FinderPlaces, langs: number, limits: number): number {
  return Number.parseInt(packed.split(',')[flatIndex(places, langs, limits)] || '0', 36);
}
