/**
 * Builds the pairs of neighbouring words of a language's opportunities, which phrases are looked up in (build side, pure).
 * Function words are skipped: "permis de conduire" has the pair `permis conduir`.
 */
import type { LanguageRules } from '../../words/load-language';
import type { ShardLine } from '../../shards/write-shards';
import type { BuiltStem } from './build-terms';
import type { WordCounts } from './count-words';
import { encodePair, packPosting } from './encode-stem';
import { firstWord } from './numbered-texts';
import { fields, pairOf } from '../term-shard';

/** For each word the numbers of its stems, without function words. */
function stemNumbers(
  { table, forms }: WordCounts,
  stems: readonly BuiltStem[],
  { isFunctionWord }: LanguageRules,
): readonly (readonly number[])[] {
  const byForm = new Map(stems.flatMap(({ forms: some }, number) => some.map(([form]) => [form, number])));
  const ofForm = forms.map(({ form }) => (isFunctionWord(form) ? undefined : byForm.get(form)));
  return table.tokens.map((spellings) =>
    spellings.flatMap((spelling) => ofForm[table.formOf[spelling] ?? 0] ?? []),
  );
}

/** Calls a function with the numbers of every two neighbouring stems, and the serial of their document. */
function eachPair(
  { documents }: WordCounts,
  stemsOf: readonly (readonly number[])[],
  call: (stem: number, next: number, serial: number) => void,
): void {
  for (let serial = 0; serial < documents.length; serial++) {
    let before = -1;
    for (const number of documents[documents.length - 1 - serial] ?? []) {
      if (number < firstWord) {
        before = -1;
        continue;
      }
      for (const stem of stemsOf[number - firstWord] ?? []) {
        if (before >= 0) call(before, stem, serial);
        before = stem;
      }
    }
  }
}

/**
 * The pairs of texts, as sorted lines of shards. Each pair of a document is a number, in a list of its first stem, so that
 * sorting these lists brings the documents of a pair together; maps of a million pairs would take ten times the memory.
 */
export function* buildPairs(
  counts: WordCounts,
  stems: readonly BuiltStem[],
  rules: LanguageRules,
): Generator<ShardLine, void> {
  const stemsOf = stemNumbers(counts, stems, rules);
  const size = counts.documents.length;
  const ends = new Uint32Array(stems.length + 1);
  eachPair(counts, stemsOf, (stem) => void (ends[stem + 1] = (ends[stem + 1] ?? 0) + 1));
  for (let stem = 0; stem < stems.length; stem++) ends[stem + 1] = (ends[stem + 1] ?? 0) + (ends[stem] ?? 0);
  const places = ends.slice();
  // Numbers above 32 bits.
  const pairs = new Float64Array(ends.at(-1) ?? 0);
  eachPair(counts, stemsOf, (stem, next, serial) => {
    const place = places[stem] ?? 0;
    pairs[place] = next * size + serial;
    places[stem] = place + 1;
  });
  for (const [number, { stem }] of stems.entries()) {
    const own = pairs.subarray(ends[number], ends[number + 1]).sort();
    let postings: number[] = [];
    for (let place = 0; place < own.length; place++) {
      const pair = own[place] ?? 0;
      const serial = pair % size;
      const next = (pair - serial) / size;
      const after = own[place + 1];
      if (after === pair) continue;
      postings.push(packPosting(serial, fields.text));
      if (after !== undefined && after < (next + 1) * size) continue;
      const nextStem = stems[next]?.stem ?? '';
      yield { word: pairOf(stem, nextStem), line: encodePair(stem, nextStem, postings) };
      postings = [];
    }
  }
}
