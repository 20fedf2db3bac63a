/** Counts the words of a language's opportunities, for the terms and the dictionary at once (build side, pure). */
import { firstWord, type NumberedText, type NumberedTexts } from './numbered-texts';
import type { DictionaryWord } from '../../query/encode-dictionary';
import { createSpellingTable, type SpellingTable } from './spelling-table';
import { fieldOf, packPosting } from './encode-stem';
import type { FieldCode } from '../term-shard';

/** A spelling with the number of documents that have it. */
interface SpellingCount {
  readonly spelling: string;
  readonly documents: number;
}

/** A folded form in texts. */
export interface FormCount {
  readonly form: string;
  /** Packed, in the order of serials; none where only the dictionary has it. */
  readonly postings: Uint32Array;
  /** Its spellings, as texts are searched by them. */
  readonly spellings: readonly SpellingCount[];
  /** The number of documents whose words in the dictionary have it. */
  readonly listed: number;
  /** Its spellings in the dictionary. */
  readonly listedSpellings: readonly SpellingCount[];
}

export interface WordCounts extends NumberedTexts {
  readonly table: SpellingTable;
  /** By the number of the form. */
  readonly forms: readonly FormCount[];
}

const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The spelling that most documents have; of several the first by code units. */
export function usualSpelling(spellings: readonly SpellingCount[]): string {
  const [first] = spellings.toSorted(
    (a, b) => b.documents - a.documents || byCodeUnits(a.spelling, b.spelling),
  );
  return first?.spelling ?? '';
}

/** Counts in how many documents each number occurs. */
function countDocuments(
  documents: readonly NumberedText[],
  numbersOf: readonly (readonly number[])[],
  size: number,
): Uint32Array {
  const counts = new Uint32Array(size);
  const last = new Int32Array(size).fill(-1);
  for (const [place, document] of documents.entries()) {
    for (const number of document) {
      if (number < firstWord) continue;
      for (const counted of numbersOf[number - firstWord] ?? []) {
        if (last[counted] === place) continue;
        last[counted] = place;
        counts[counted] = (counts[counted] ?? 0) + 1;
      }
    }
  }
  return counts;
}

/** The packed postings of each form; the last document is the oldest, and has the serial 0. */
function collectPostings(
  documents: readonly NumberedText[],
  formsOf: readonly (readonly number[])[],
  size: number,
): readonly Uint32Array[] {
  const counts = countDocuments(documents, formsOf, size);
  let end = 0;
  const ends = Uint32Array.from(counts, (count) => (end += count));
  const all = new Uint32Array(end);
  // The place of each form's last posting.
  const places = Int32Array.from(ends, (own, form) => own - (counts[form] ?? 0) - 1);
  const last = new Int32Array(size).fill(-1);
  for (let serial = 0; serial < documents.length; serial++) {
    let field: FieldCode = 0;
    for (const number of documents[documents.length - 1 - serial] ?? []) {
      if (number < firstWord) {
        field = number as FieldCode;
        continue;
      }
      for (const form of formsOf[number - firstWord] ?? []) {
        if (last[form] !== serial) {
          last[form] = serial;
          places[form] = (places[form] ?? 0) + 1;
        } else if (fieldOf(all[places[form] ?? 0] ?? 0) >= field) continue;
        all[places[form] ?? 0] = packPosting(serial, field);
      }
    }
  }
  return Array.from(counts, (count, form) => all.subarray((ends[form] ?? 0) - count, ends[form]));
}

/** The spellings of each form that documents have. */
function countSpellings({ spellings, formOf, forms }: SpellingTable, counts: Uint32Array) {
  const byForm = forms.map((): SpellingCount[] => []);
  for (const [number, spelling] of spellings.entries()) {
    const documents = counts[number] ?? 0;
    if (documents > 0) byForm[formOf[number] ?? 0]?.push({ spelling, documents });
  }
  return byForm;
}

/** Counts the words of documents. */
export function countWords({ words, documents }: NumberedTexts): WordCounts {
  const table = createSpellingTable(words);
  const { spellings, forms, formOf } = table;
  const formsOf = (numbers: readonly (readonly number[])[]) =>
    numbers.map((some) => some.map((spelling) => formOf[spelling] ?? 0));
  const postings = collectPostings(documents, formsOf(table.tokens), forms.length);
  const found = countSpellings(table, countDocuments(documents, table.tokens, spellings.length));
  const inDictionary = countSpellings(table, countDocuments(documents, table.listed, spellings.length));
  const listed = countDocuments(documents, formsOf(table.listed), forms.length);
  return {
    words,
    documents,
    table,
    forms: forms.map((form, number) => ({
      form,
      postings: postings[number] ?? new Uint32Array(),
      spellings: found[number] ?? [],
      listed: listed[number] ?? 0,
      listedSpellings: inDictionary[number] ?? [],
    })),
  };
}

/** The words of the dictionary. */
export const dictionaryWords = ({ forms }: WordCounts): DictionaryWord[] =>
  forms.flatMap(({ form, listed, listedSpellings }) =>
    listed > 0 ? [{ folded: form, spelling: usualSpelling(listedSpellings), documents: listed }] : [],
  );
