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
  /** The serials by the first stem and the second. */
  const pairs = new Map<string, Map<string, number[]>>();
  for (const [serial, document] of documents.toReversed().entries()) {
    for (const sentence of sentencesOf(document)) {
      let before: string | undefined;
      for (const { folded } of tokenize(sentence)) {
        const stem = isFunctionWord(folded) ? undefined : stemOf.get(folded);
        if (stem === undefined) continue;
        if (before !== undefined) {
          const nexts = pairs.get(before) ?? new Map<string, number[]>();
          pairs.set(before, nexts);
          const serials = nexts.get(stem) ?? [];
          if (serials.at(-1) !== serial) serials.push(serial);
          nexts.set(stem, serials);
        }
        before = stem;
      }
    }
  }
  const lines = [...pairs].flatMap(([stem, nexts]) =>
    [...nexts].map(([next, serials]) => {
      const word = pairOf(stem, next);
      const postings = serials.map((serial) => ({ serial, field: fields.text }));
      return { word, line: encodeStem({ stem: word, forms: new Map([[word, postings]]) }) };
    }),
  );
  return lines.sort((a, b) => (a.word < b.word ? -1 : 1));
}
