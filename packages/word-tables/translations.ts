/** The English translations of French and Spanish words, each with how likely it is meant. */
import type { Sources } from './fetch-sources';
import { readDictionary, type BilingualDictionary } from './read-dictionary';

/** Of each word its translations with their weights. */
export type Translations = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** A later sense, and a later translation of it, is less likely meant. */
const weightOf = (sense: number, place: number) => 1 / ((1 + sense) * (1 + place));

const add = (to: Map<string, number>, word: string, weight: number) =>
  to.set(word, (to.get(word) ?? 0) + weight);

function readForward(dictionary: BilingualDictionary): Translations {
  return new Map(
    Array.from(dictionary, ([word, senses]) => {
      const weights = new Map<string, number>();
      for (const [sense, some] of senses.entries())
        for (const [place, other] of some.entries()) add(weights, other, weightOf(sense, place));
      return [word, weights];
    }),
  );
}

/** Reads a dictionary from its other language. */
function readBackward(dictionary: BilingualDictionary): Translations {
  const all = new Map<string, Map<string, number>>();
  for (const [word, weights] of readForward(dictionary))
    for (const [other, weight] of weights) {
      const known = all.get(other) ?? new Map<string, number>();
      all.set(other, known);
      add(known, word, weight);
    }
  return all;
}

const readSpanish = (sources: Sources): Translations => readBackward(readDictionary(sources, 'eng-spa'));

/** No free dictionary leads from French to English: those by way of these languages are told apart by their votes. */
const ways = ['spa', 'fin', 'swe', 'rus', 'cat'];

function readFrench(sources: Sources): Translations {
  const all = new Map<string, Map<string, number>>();
  for (const way of ways) {
    const toEnglish = readBackward(readDictionary(sources, `eng-${way}`));
    for (const [word, others] of readForward(readDictionary(sources, `fra-${way}`))) {
      const votes = new Map<string, number>();
      for (const [other, weight] of others)
        for (const [english, more] of toEnglish.get(other) ?? []) add(votes, english, weight * more);
      const total = votes.values().reduce((sum, one) => sum + one, 0);
      const known = all.get(word) ?? new Map<string, number>();
      all.set(word, known);
      for (const [english, vote] of votes) add(known, english, vote / total);
    }
  }
  // A translation to which several ways lead is mostly right.
  for (const votes of all.values()) for (const [english, vote] of votes) votes.set(english, vote ** 2);
  return all;
}

const readers: Readonly<Record<string, (sources: Sources) => Translations>> = {
  es: readSpanish,
  fr: readFrench,
};

/** The translations of a language; none of one that has no dictionary here. */
export const readTranslations = (locale: string, sources: Sources): Translations =>
  readers[locale]?.(sources) ?? new Map<string, Map<string, number>>();
