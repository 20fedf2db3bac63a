/**
 * Builds the pairs of neighbouring words of a language's opportunities, which phrases are looked up in (build side, pure).
 * Function words are skipped: "permis de conduire" has the pair `permis conduir`.
 */
import type { SearchDocument } from '../index/documents';
import type { LanguageRules } from '../words/load-language';
import type { ShardLine } from '../shards/write-shards';
import type { BuiltStem } from './build-terms';
import { encodeStem, fields, pairOf } from './term-shard';
import { tokenize } from './tokenize';

/** Words on both sides of these are no neighbours. */
const sentenceEnd = /[.!?…:;]\s|\n/u;

const sentencesOf = ({ meta, content }: SearchDocument): string[] => [
  ...[meta.title, meta.organization, meta.summary, content].flatMap((text) =>
    (text ?? '').split(sentenceEnd),
  ),
  ...(meta.words ?? '').split(', '),
];

/** The pairs of documents that come newest first, as sorted lines of shards. */
export function buildPairs(
  documents: readonly SearchDocument[],
  stems: readonly BuiltStem[],
  { isFunctionWord }: LanguageRules,
): ShardLine[] {
  const stemOf = new Map(stems.flatMap(({ stem, forms }) => [...forms.keys()].map((form) => [form, stem])));
  const pairs = new Map<string, number[]>();
  for (const [serial, document] of documents.toReversed().entries()) {
    for (const sentence of sentencesOf(document)) {
      let before: string | undefined;
      for (const { folded } of tokenize(sentence)) {
        const stem = isFunctionWord(folded) ? undefined : stemOf.get(folded);
        if (stem === undefined) continue;
        if (before !== undefined) {
          const pair = pairOf(before, stem);
          const serials = pairs.get(pair) ?? [];
          if (serials.at(-1) !== serial) serials.push(serial);
          pairs.set(pair, serials);
        }
        before = stem;
      }
    }
  }
  return [...pairs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, serials]) => {
      const postings = serials.map((serial) => ({ serial, field: fields.text }));
      return { word, line: encodeStem({ stem: word, forms: new Map([[word, postings]]) }) };
    });
}
