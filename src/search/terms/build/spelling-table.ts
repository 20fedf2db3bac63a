/** Tables that lead from numbered words to their forms and spellings (build side, pure). */
import { foldWord, spelledWords } from '../../words/query-terms';
import { tokenize } from '../tokenize';

/** Spellings are numbered by their places, and so are forms. */
export interface SpellingTable {
  /** In lower case, with accents: `été`. */
  readonly spellings: readonly string[];
  /** For each spelling its folded form. */
  readonly formOf: readonly number[];
  /** Without accents: `ete`. */
  readonly forms: readonly string[];
  /** For each word the spellings that it is found by. */
  readonly tokens: readonly (readonly number[])[];
  /** For each word the spellings that the dictionary has: ligatures are as in the text. */
  readonly listed: readonly (readonly number[])[];
}

/** Reads each word once, whatever number of texts has it. */
export function createSpellingTable(words: readonly string[]): SpellingTable {
  const [spellings, formOf, forms]: [string[], number[], string[]] = [[], [], []];
  const [numbers, formNumbers] = [new Map<string, number>(), new Map<string, number>()];
  const formNumber = (form: string) => {
    let number = formNumbers.get(form);
    if (number === undefined) formNumbers.set(form, (number = forms.push(form) - 1));
    return number;
  };
  const numberOf = (spelling: string, fold: () => string) => {
    let number = numbers.get(spelling);
    if (number === undefined) {
      numbers.set(spelling, (number = spellings.push(spelling) - 1));
      formOf.push(formNumber(fold()));
    }
    return number;
  };
  const tokens = words.map((word) =>
    tokenize(word).map(({ spelled, folded }) => numberOf(spelled, () => folded)),
  );
  const listed = words.map((word) =>
    spelledWords(word).map((spelling) => numberOf(spelling, () => foldWord(spelling))),
  );
  return { spellings, formOf, forms, tokens, listed };
}
