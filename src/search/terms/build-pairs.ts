/**
 * Builds the pairs of neighbouring words of a language's opportunities, which phrases are looked up in (build side, pure).
 * Function words are skipped: "permis de conduire" has the pair `permis conduir`.
 */
import type { LanguageRules } from '../words/load-language';
import type { ShardLine } from '../shards/write-shards';
import type { BuiltStem } from './build-terms';
import type { Sentence } from './document-sentences';
import { encodeStem, fields, pairOf } from './term-shard';

/** The pairs of documents that come newest first, as sorted lines of shards. */
export function buildPairs(
  documents: readonly (readonly Sentence[])[],
  stems: readonly BuiltStem[],
  { isFunctionWord }: LanguageRules,
): ShardLine[] {
  const stemOf = new Map(
    stems.flatMap(({ stem, forms }) =>
      [...forms.keys()].filter((form) => !isFunctionWord(form)).map((form) => [form, stem]),
    ),
  );
  /** The serials by the first stem and the second. */
  const pairs = new Map<string, Map<string, number[]>>();
  for (const [serial, sentences] of documents.toReversed().entries()) {
    for (const { tokens } of sentences) {
      let before: string | undefined;
      for (const { folded } of tokens) {
        const stem = stemOf.get(folded);
        if (stem === undefined) continue;
        if (before !== undefined) {
          const nexts = getOrAdd(pairs, before, () => new Map<string, number[]>());
          const serials = getOrAdd(nexts, stem, () => []);
          if (serials.at(-1) !== serial) serials.push(serial);
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

function getOrAdd<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const created = create();
  map.set(key, created);
  return created;
}
