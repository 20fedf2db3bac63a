/** Related words from a thesaurus of lists without counts, as those of French and Spanish. */
import type { WordList } from './mythes';
import { addScore, type RelatedScores } from './related-scores';

const neighboursOf = (lists: readonly WordList[]) => {
  const neighbours = new Map<string, Set<string>>();
  const join = (word: string, other: string) =>
    neighbours.set(word, (neighbours.get(word) ?? new Set<string>()).add(other));
  for (const { head, members } of lists) {
    for (const member of members) {
      join(head, member);
      join(member, head);
    }
  }
  return neighbours;
};

/** How early each list of a word comes, and each member in it: the first of the first 1. */
function* weighLinks(lists: readonly WordList[]): Generator<readonly [string, string, number]> {
  const listCounts = new Map<string, number>();
  for (const { head, members } of lists) {
    const rank = listCounts.get(head) ?? 0;
    listCounts.set(head, rank + 1);
    for (const [position, member] of members.entries())
      yield [head, member, 1 / ((1 + rank / 10) * (1 + position / 50))];
  }
}

/**
 * Scores words that stand in each other’s lists: by how many other words both are joined with, whether each has the other,
 * and how early. A word that stands with many others is a common one, which such thesauri don’t say otherwise.
 */
export function scoreThesaurus(lists: readonly WordList[]): RelatedScores {
  const neighbours = neighboursOf(lists);
  const links = new Map<string, Map<string, number>>();
  for (const [word, member, weight] of weighLinks(lists)) {
    const known = links.get(word) ?? new Map<string, number>();
    links.set(word, known.set(member, Math.max(known.get(member) ?? 0, weight)));
  }
  const scores: RelatedScores = new Map();
  for (const [word, own] of neighbours) {
    for (const other of own) {
      const others = neighbours.get(other) ?? new Set<string>();
      const shared = own.intersection(others).size;
      const there = links.get(word)?.get(other) ?? 0;
      const back = links.get(other)?.get(word) ?? 0;
      const likeness = (1 + shared) / Math.sqrt(own.size * others.size);
      const mutual = there > 0 && back > 0 ? 1 : 0.5;
      addScore(
        scores,
        word,
        other,
        likeness * mutual * (0.3 + Math.max(there, back)) * Math.log(2 + others.size) ** 1.5,
      );
    }
  }
  return scores;
}
