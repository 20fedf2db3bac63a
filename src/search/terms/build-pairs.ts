/**
 * Builds the pairs of neighbouring words of a language's opportunities, by which the exact phrase comes first (build side,
 * pure). Function words are skipped: "permis de conduire" has the pair `permis conduir`.
 */
import type { SearchDocument } from '../index/documents';
import type { LanguageRules } from '../words/load-language';
import type { ShardLine } from '../shards/write-shards';
import type { BuiltStem } from './build-terms';
import { encodeStem, fields, pairOf } from './term-shard';
import { tokenize } from './tokenize';

/** Words on both sides of these are no neighbours. */
const sentenceEnd = /[.!?…:;]\s|\n/u;

const sentencesOf = ({ meta, content }: SearchDocument): string[] =>
  [meta.title, meta.summary, content].flatMap((text) => (text ?? '').split(sentenceEnd));

/** The number of items that two sets share. */
function countShared(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const item of small) if (large.has(item)) shared += 1;
  return shared;
}

/**
 * The pairs of documents that come newest first, as sorted lines of shards. Only pairs that tell documents apart: where all
 * that have both words have them side by side, the words themselves suffice.
 */
export function buildPairs(
  documents: readonly SearchDocument[],
  stems: readonly BuiltStem[],
  { isFunctionWord }: LanguageRules,
): ShardLine[] {
  const stemOf = new Map(stems.flatMap(({ stem, forms }) => [...forms.keys()].map((form) => [form, stem])));
  const serialsOf = new Map<string, Set<number>>();
  const pairs = new Map<string, number[]>();
  for (const [serial, document] of documents.toReversed().entries()) {
    for (const sentence of sentencesOf(document)) {
      let before: string | undefined;
      for (const { folded } of tokenize(sentence)) {
        const stem = isFunctionWord(folded) ? undefined : stemOf.get(folded);
        if (stem === undefined) continue;
        serialsOf.set(stem, (serialsOf.get(stem) ?? new Set<number>()).add(serial));
        const pair = before === undefined ? undefined : pairOf(before, stem);
        const serials = pair === undefined ? undefined : (pairs.get(pair) ?? []);
        if (pair !== undefined && serials && serials.at(-1) !== serial) {
          serials.push(serial);
          pairs.set(pair, serials);
        }
        before = stem;
      }
    }
  }
  const none: ReadonlySet<number> = new Set();
  return [...pairs]
    .filter(([pair, serials]) => {
      const [one = none, other = none] = pair.split(' ').map((stem) => serialsOf.get(stem) ?? none);
      return countShared(one, other) > serials.length;
    })
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, serials]) => {
      const postings = serials.map((serial) => ({ serial, field: fields.text }));
      return { word, line: encodeStem({ stem: word, forms: new Map([[word, postings]]) }) };
    });
}
