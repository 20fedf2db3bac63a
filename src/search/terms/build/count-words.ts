/** Counts the words of a language's opportunities, for the terms and the dictionary at once (build side, pure). */
import type { SearchDocument } from '../../index/documents';
import { relevance } from '../../ranking';
import type { DictionaryWord } from '../../query/encode-dictionary';
import { spellOutLigatures } from '../../words/spelling';
import { foldWord, tokenize } from '../../words/tokenize';
import type { Posting } from '../stem-lines';

/** A spelling with the number of documents that have it. */
interface SpellingCount {
  readonly spelling: string;
  documents: number;
  /** The last of them. */
  serial: number;
}

/** A folded form in texts. */
export interface FormCount {
  readonly form: string;
  readonly spellings: readonly SpellingCount[];
  /** In the order of serials. */
  readonly postings: readonly Posting[];
}

export interface WordCounts {
  readonly forms: readonly FormCount[];
  /** The number of words of each document, by serial. */
  readonly lengths: readonly number[];
}

/** The spelling that most documents have; of several the first by code units. */
export function usualSpelling({ spellings }: Pick<FormCount, 'spellings'>): string {
  const [first] = spellings.toSorted(
    (a, b) => b.documents - a.documents || (a.spelling < b.spelling ? -1 : 1),
  );
  return first?.spelling ?? '';
}

interface CountedForm extends FormCount {
  readonly spellings: SpellingCount[];
  readonly postings: { serial: number; weight: number }[];
}

/** Counts the words of documents, which come oldest first: the place of each is its serial. */
export function countWords(documents: Iterable<SearchDocument>): WordCounts {
  const forms = new Map<string, CountedForm>();
  const known = new Map<string, readonly (readonly [CountedForm, SpellingCount])[]>();
  /** Texts repeat their words: ten thousand opportunities have two million, and fifty thousand different ones. */
  const read = (word: string) => {
    const found = tokenize(word).map(({ spelled, folded }) => {
      const form = forms.get(folded) ?? { form: folded, spellings: [], postings: [] };
      forms.set(folded, form);
      const counted = form.spellings.find(({ spelling }) => spelling === spelled);
      const spelling = counted ?? { spelling: spelled, documents: 0, serial: -1 };
      if (!counted) form.spellings.push(spelling);
      return [form, spelling] as const;
    });
    known.set(word, found);
    return found;
  };
  const lengths = Array.from(documents, ({ meta, content }, serial) => {
    const count = (text: string | undefined, weight: number) => {
      const words = text?.split(/\s+/u) ?? [];
      for (const word of words) {
        for (const [form, spelling] of known.get(word) ?? read(word)) {
          const last = form.postings.at(-1);
          if (last?.serial !== serial) form.postings.push({ serial, weight });
          // What it is filed under adds nothing to what it says.
          else if (weight >= 1) last.weight += weight;
          if (spelling.serial !== serial) spelling.documents += 1;
          spelling.serial = serial;
        }
      }
      return words.length;
    };
    const { title, organization, summary, text, filed } = relevance.field;
    const length =
      count(meta.title, title) +
      count(meta.organization, organization) +
      count(meta.summary, summary) +
      count(content, text);
    count(meta.words, filed);
    return length;
  });
  return { forms: [...forms.values()], lengths };
}

/** Names with signs and emoji aren’t corrected or completed. */
const isWord = /^[\p{L}\p{N}_]+$/u;

/** The words of the dictionary; those with ligatures also as most keyboards write them. */
export const dictionaryWords = ({ forms }: WordCounts): DictionaryWord[] =>
  forms.flatMap((form) => {
    if (!isWord.test(form.form)) return [];
    const spelling = usualSpelling(form);
    const documents = form.postings.length;
    return [...new Set([spelling, spellOutLigatures(spelling)])].map((one) => ({
      folded: foldWord(one),
      spelling: one,
      documents,
    }));
  });
