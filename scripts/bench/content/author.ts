import type { Cause } from '@/model/vocabularies/causes';
import { pickPersonName } from './names';
import { fillSlots, type Slots } from './phrase';
import type { Random } from './random';
import { pickInTurn, type GeneratorSetting } from './setting';
import type { Phrase } from './words';

/** Writes the texts of one entry: the words of its cause and its place are in every slot. */
export interface Author {
  readonly random: Random;
  /** The phrase about the entry's subject; numbers, names and circumstances are new each time. */
  readonly write: (phrase: Phrase, more?: Slots) => Phrase;
  /** Some of the phrases, all different, in any order. */
  readonly writeSome: (phrases: readonly Phrase[], count: number) => Phrase[];
}

/** The author of an entry about a cause. Common subjects come often, the place nearly never again. */
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

/**
 * One of a vocabulary: common ones often, and every one in turn at each third entry, so that a small site has all.
 */
export function pickSpread<T>(random: Random, items: readonly T[], index: number): T {
  return index % 3 === 0 ? pickInTurn(items, index / 3) : random.favour(items);
}

/** Up to `count` further values that differ from those before them. */
export function pickMore<T>(random: Random, first: T, items: readonly T[], count: number): T[] {
  const others = Array.from({ length: count }, () => random.favour(items));
  return [...new Set([first, ...others])];
}
