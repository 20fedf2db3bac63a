/** Counts the words of a language's opportunities, for the terms and the dictionary at once (build side, pure). */
import { firstWord, type NumberedTexts } from './numbered-texts';
import type { DictionaryWord } from '../query/encode-dictionary';
import { createSpellingTable, type SpellingTable } from './spelling-table';
import { fieldOf, packPosting, serialOf } from './encode-stem';
import type { FieldCode } from './term-shard';

/** A spelling with the number of documents that have it. */
export interface SpellingCount {
  readonly spelling: string;
  readonly documents: number;
}

/** A folded form in texts. */
export interface FormCount {
  readonly form: string;
  /** Packed, in the order of serials; none where only the dictionary has it. */
  readonly postings: readonly number[];
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
class DocumentCounts {
  readonly documents: Uint32Array;
  readonly #last: Int32Array;

  constructor(size: number) {
    this.documents = new Uint32Array(size);
    this.#last = new Int32Array(size).fill(-1);
  }

  add(number: number, serial: number): void {
    if (this.#last[number] === serial) return;
    this.#last[number] = serial;
    this.documents[number] = (this.documents[number] ?? 0) + 1;
  }
}

/** Counts the words of documents; the last document is the oldest, and has the serial 0. */
export function countWords({ words, documents }: NumberedTexts): WordCounts {
  const table = createSpellingTable(words);
  const { spellings, formOf, forms, tokens, listed } = table;
  const postings = forms.map((): number[] => []);
  const found = new DocumentCounts(spellings.length);
  const inDictionary = new DocumentCounts(spellings.length);
  const formsInDictionary = new DocumentCounts(forms.length);
  for (let serial = 0; serial < documents.length; serial++) {
    let field: FieldCode = 0;
    for (const number of documents[documents.length - 1 - serial] ?? []) {
      if (number < firstWord) {
        field = number as FieldCode;
        continue;
      }
      const word = number - firstWord;
      for (const spelling of tokens[word] ?? []) {
        found.add(spelling, serial);
        addPosting(postings[formOf[spelling] ?? 0] ?? [], serial, field);
      }
      for (const spelling of listed[word] ?? []) {
        inDictionary.add(spelling, serial);
        formsInDictionary.add(formOf[spelling] ?? 0, serial);
      }
    }
  }
  const counted = forms.map((form, number) => ({
    form,
    postings: postings[number] ?? [],
    spellings: [] as SpellingCount[],
    listed: formsInDictionary.documents[number] ?? 0,
    listedSpellings: [] as SpellingCount[],
  }));
  for (const [number, spelling] of spellings.entries()) {
    const form = counted[formOf[number] ?? 0];
    const often = found.documents[number] ?? 0;
    if (often > 0) form?.spellings.push({ spelling, documents: often });
    const listedOften = inDictionary.documents[number] ?? 0;
    if (listedOften > 0) form?.listedSpellings.push({ spelling, documents: listedOften });
  }
  return { words, documents, table, forms: counted };
}

/** Adds a document to the postings of a form: once, with its highest field. */
function addPosting(postings: number[], serial: number, field: FieldCode): void {
  const last = postings.at(-1);
  if (last === undefined || serialOf(last) !== serial) postings.push(packPosting(serial, field));
  else if (fieldOf(last) < field) postings[postings.length - 1] = packPosting(serial, field);
}

/** The words of the dictionary. */
export const dictionaryWords = ({ forms }: WordCounts): DictionaryWord[] =>
  forms.flatMap(({ form, listed, listedSpellings }) =>
    listed > 0 ? [{ folded: form, spelling: usualSpelling(listedSpellings), documents: listed }] : [],
  );
