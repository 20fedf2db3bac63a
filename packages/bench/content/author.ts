import type { Cause } from '@/model/vocabularies/causes';
import { pickPersonName } from './names';
import { fillSlots, type Slots } from './phrase';
import type { Random } from './random';
import { pickInTurn, type GeneratorSetting } from './setting';
import type { Phrase } from './words';

/** Writes the texts of one entry, with words for its cause and its place in the slots. */
export interface Author {
  readonly random: Random;
  /** Fills a phrase with the entry's subject. Numbers, names and circumstances are new each time. */
  readonly write: (phrase: Phrase, more?: Slots) => Phrase;
  /** Fills some of the phrases, all different, in any order. */
  readonly writeSome: (phrases: readonly Phrase[], count: number) => Phrase[];
}

/** Creates the author of an entry about a cause. Subjects recur often, places almost never. */
export function createAuthor({ words, places }: GeneratorSetting, random: Random, cause: Cause): Author {
  const subject = {
    things: random.favour(words.causes[cause].things),
    people: random.favour(words.causes[cause].people),
    place: random.pick(places),
  };
  const write = (phrase: Phrase, more: Slots = {}) =>
    fillSlots(phrase, {
      n: random.int(12, 420),
      m: random.int(2, 9),
      who: pickPersonName(random),
      detail: random.favour(words.sentences.details),
      year: random.int(1978, 2021),
      ...subject,
      ...more,
    });
  return {
    random,
    write,
    writeSome: (phrases, count) =>
      random
        .shuffle(phrases)
        .slice(0, count)
        .map((phrase) => write(phrase)),
  };
}

/** Picks a term, common ones more often. Every third entry takes the next term in turn, so that a small site has all. */
export function pickSpread<T>(random: Random, items: readonly T[], index: number): T {
  return index % 3 === 0 ? pickInTurn(items, index / 3) : random.favour(items);
}

/** Picks `count` further values, and drops repeated ones. */
export function pickMore<T>(random: Random, first: T, items: readonly T[], count: number): T[] {
  const others = Array.from({ length: count }, () => random.favour(items));
  return [...new Set([first, ...others])];
}
