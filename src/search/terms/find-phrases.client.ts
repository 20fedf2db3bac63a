/** Finds the opportunities with phrases in quotation marks. */
import type { Terms } from './open-terms.client';
import { strengthsOf } from './resolve-words.client';
import type { Token } from './tokenize';

/** The items that all sets have. */
function intersect(sets: readonly ReadonlySet<number>[]): ReadonlySet<number> {
  const [first = new Set<number>(), ...others] = sets;
  return new Set([...first].filter((item) => others.every((set) => set.has(item))));
}

/**
 * The opportunities with a phrase: each of its words, in any form, side by side with the next. Function words aren't in
 * pairs; beside fewer than two other words they must be there, wherever.
 */
async function findPhrase(phrase: readonly Token[], terms: Terms): Promise<ReadonlySet<number>> {
  const content = phrase.filter(({ folded }) => !terms.language.isFunctionWord(folded));
  if (content.length < 2) {
    const found = await Promise.all(phrase.map((word) => strengthsOf(terms, word)));
    return intersect(found.map((strengths) => new Set(strengths.keys())));
  }
  const entries = await Promise.all(content.map(terms.find));
  const stems = entries.map((entry) => entry?.stem);
  const pairs = stems.slice(1).map((next, place) => {
    const stem = stems[place];
    return stem === undefined || next === undefined ? new Set<number>() : terms.findPair(stem, next);
  });
  return intersect(await Promise.all(pairs));
}

/** The serials of the opportunities with all of these phrases. */
export async function findPhrases(
  phrases: readonly (readonly Token[])[],
  terms: Terms,
): Promise<ReadonlySet<number>> {
  return intersect(await Promise.all(phrases.map((phrase) => findPhrase(phrase, terms))));
}
