/** Related words of English, from WordNet. */
import type { Synset, WordNet } from './wordnet';
import { addScore, type RelatedScores } from './related-scores';

/** Worth of a relation, where a synonym is worth 1. The signs are WordNet’s. */
const relationWeights: Readonly<Record<string, number>> = {
  // Alike, derived, adjective of a noun, see also.
  '&': 0.5,
  '+': 0.6,
  '\\': 0.6,
  '^': 0.4,
  // Wider, narrower.
  '@': 0.45,
  '~': 0.25,
  // Entails, causes, verbs of a group.
  '*': 0.4,
  '>': 0.4,
  $: 0.5,
};

/** Of nouns in a definition, the first and others: `pantry` is `a small storeroom for storing foods or wines`. */
const genusWeight = 1.2;
const definitionWeight = 0.4;

/** Of a word for its irregular form: more than any relation. */
const wordOfFormWeight = 10;

/** Uses with which WordNet marks words. */
const unwantedUses = ['archaism', 'disparagement', 'ethnic slur', 'obscenity', 'slang', 'vulgarism'];

/** How often a word has each of its senses; the first is the commonest also where none was counted. */
function sharesOf(
  senses: readonly { readonly synset: string; readonly count: number }[],
): ReadonlyMap<string, number> {
  const smoothed = senses.map(({ synset, count }, rank) => [synset, count + 1 / (1 + rank)] as const);
  const total = smoothed.reduce((sum, [, count]) => sum + count, 0);
  return new Map(smoothed.map(([synset, count]) => [synset, count / total]));
}

const endings = [/$/u, /s$/u, /es$/u];

/** The nouns of each definition, in the singular and in its order. */
function readDefinitions(
  synsets: readonly Synset[],
  senses: WordNet['senses'],
  isWanted: (word: string) => boolean,
): ReadonlyMap<string, readonly string[]> {
  const singular = (word: string) =>
    endings.map((ending) => word.replace(ending, '')).find((one) => senses.has(one)) ?? word;
  const isNoun = (word: string) =>
    senses
      .get(word)
      ?.reduce((a, b) => (b.count > a.count ? b : a))
      .synset.startsWith('n') === true;
  const nounsIn = (gloss: string) =>
    (gloss.toLowerCase().match(/[a-z]{3,}/gu) ?? [])
      .map(singular)
      .filter((word) => isWanted(word) && isNoun(word));
  return new Map(synsets.map(({ id, gloss }) => [id, [...new Set(nounsIn(gloss))]]));
}

/**
 * Scores the words that are related to each word: by relation, by how usual the sense is for both words, and by how
 * common the related word is. Words without `commonness` are left out.
 */
export function scoreEnglish(
  { synsets, senses, irregular }: WordNet,
  commonness: (word: string) => number,
  isFunctionWord: (word: string) => boolean,
): RelatedScores {
  const scores: RelatedScores = new Map();
  const shares = new Map([...senses].map(([word, list]) => [word, sharesOf(list)]));
  const shareOf = (word: string, { id }: Synset) => shares.get(word)?.get(id) ?? 0;
  const useMarks = new Set(
    unwantedUses.flatMap((word) => senses.get(word) ?? []).map(({ synset }) => synset),
  );
  const isMarked = ({ pointers }: Synset, place: number) =>
    pointers.some(
      ({ kind, to, word }) => kind === ';u' && useMarks.has(to) && (word === 0 || word === place + 1),
    );
  const wordsOf = new Map<string, readonly string[]>();
  for (const synset of synsets.values()) {
    const words = synset.words.filter((word, place) => commonness(word) > 0 && !isMarked(synset, place));
    wordsOf.set(synset.id, words);
  }
  const isDefining = (word: string) => commonness(word) > 0.5 && !isFunctionWord(word);
  const nounsOf = readDefinitions([...synsets.values()], senses, isDefining);
  const frequency = new Map<string, number>();
  for (const noun of [...nounsOf.values()].flat()) frequency.set(noun, (frequency.get(noun) ?? 0) + 1);
  // From 0 for a noun of every definition to 1: "quality" and "act" say little.
  const rarity = (word: string) => 1 - Math.log(frequency.get(word) ?? 1) / Math.log(synsets.size);
  const relate = (from: Synset, to: Synset, weight: number, isWider: boolean) => {
    for (const word of wordsOf.get(from.id) ?? []) {
      for (const other of wordsOf.get(to.id) ?? []) {
        // Of a pair of rare senses neither word is meant.
        const usual = shareOf(word, from) * Math.sqrt(shareOf(other, to));
        const worth = weight * usual * commonness(other) * (isWider ? Math.min(1, 2 * rarity(other)) : 1);
        if (word !== other) addScore(scores, word, other, worth);
      }
    }
  };
  for (const synset of synsets.values()) {
    relate(synset, synset, 1, false);
    for (const { kind, to } of synset.pointers) {
      const target = synsets.get(to);
      const weight = relationWeights[kind];
      if (target && weight !== undefined) relate(synset, target, weight, kind === '@');
    }
    for (const [position, noun] of (nounsOf.get(synset.id) ?? []).entries()) {
      const weight = (position === 0 ? genusWeight : definitionWeight) * rarity(noun) ** 2 * commonness(noun);
      for (const word of wordsOf.get(synset.id) ?? []) {
        if (noun !== word) addScore(scores, word, noun, weight * shareOf(word, synset));
      }
    }
  }
  // No stem leads from "taught" to "teach".
  for (const [form, word] of irregular) {
    if (scores.has(form) || commonness(form) === 0 || commonness(word) === 0) continue;
    scores.set(form, new Map([...(scores.get(word) ?? []), [word, wordOfFormWeight]]));
  }
  return scores;
}
