/**
 * How many opportunities each sentence of the finder would show: every task, language and hours, and "any" of each.
 * Counted once in the build; the browser looks one number up. Pure, shared with the browser.
 */
import type { FacetValues } from '@/model/facet-values';

/** What one can choose in the finder, in its order; the first of each list is `''`, for any. */
export interface FinderChoices {
  readonly task: readonly string[];
  readonly lang: readonly string[];
  readonly hours: readonly string[];
}

/** The three choices as places in their lists, from 0. */
export interface FinderPlaces {
  readonly task: number;
  readonly lang: number;
  readonly hours: number;
}

const placeOf = ({ task, lang, hours }: FinderPlaces, langs: number, bands: number) =>
  (task * langs + lang) * bands + hours;

/** Places under which an opportunity with these values is found: those of its values, and "any". */
function placesOf(offered: readonly string[], values: readonly string[]): number[] {
  return [0, ...values.map((value) => offered.indexOf(value)).filter((place) => place > 0)];
}

/** Counts open opportunities under every sentence: numbers in base 36, none as nothing, a comma between. */
export function packCounts(
  choices: FinderChoices,
  open: readonly Pick<FacetValues, 'task' | 'lang' | 'hours'>[],
): string {
  const [langs, bands] = [choices.lang.length, choices.hours.length];
  const counts = new Uint32Array(choices.task.length * langs * bands);
  for (const values of open) {
    for (const task of placesOf(choices.task, values.task)) {
      for (const lang of placesOf(choices.lang, values.lang)) {
        for (const hours of placesOf(choices.hours, values.hours)) {
          const place = placeOf({ task, lang, hours }, langs, bands);
          counts[place] = (counts[place] ?? 0) + 1;
        }
      }
    }
  }
  return Array.from(counts, (count) => (count === 0 ? '' : count.toString(36))).join(',');
}

/** The count of one sentence, from what `packCounts` wrote; `langs` and `bands` are the lengths of those lists. */
export function countAt(packed: string, places: FinderPlaces, langs: number, bands: number): number {
  return Number.parseInt(packed.split(',')[placeOf(places, langs, bands)] || '0', 36);
}
