/** The terms of a language in the browser: files of words are loaded when a word needs them. */
import { loadEachOnce } from '../query/load-once.client';
import { decodeWords } from '../words/front-coding';
import type { LanguageRules } from '../words/load-language';
import type { Token } from '../words/tokenize';
import { readTermDirectory, type TermsFile } from './term-directory';
import { readStemFile, type StemEntry } from './stem-lines';

/** The most files that are loaded for the beginning of a word. */
const mostFiles = 8;

export interface Terms extends Pick<ReturnType<typeof readTermDirectory>, 'size' | 'norms'> {
  readonly language: LanguageRules;
  /** The stem of a word with all its forms; undefined where no opportunity has any. */
  readonly find: (word: Token) => Promise<StemEntry | undefined>;
  /** Stems with only those forms that begin so, of at most eight files. */
  readonly findBeginning: (beginning: string) => Promise<readonly StemEntry[]>;
  /** True for a folded word of the language that is spelled right, whether texts have it or not. */
  readonly isSpelledRight: (folded: string) => Promise<boolean>;
}

/** Loads a file of words. */
type LoadWords = (name: string) => Promise<string>;

/** Stems are at least this long where the word is: no rule changes the beginning of a word. */
const unchangedLetters = 3;

/** Opens the terms of a language. */
export function openTerms(file: TermsFile, language: LanguageRules, load: LoadWords): Terms {
  const directory = readTermDirectory(file);
  const { size, norms } = directory;
  const loadTerms = loadEachOnce(async (name) => readStemFile(await load(name)));
  const loadKnown = loadEachOnce(async (name) => new Set(decodeWords(await load(name))));
  const loadBetween = (from: string, to: string) =>
    Promise.all(directory.terms(from, to).slice(0, mostFiles).map(loadTerms));

  return {
    size,
    norms,
    language,
    find: async ({ spelled, folded }) => {
      const stem = language.stem(spelled);
      const [from, to] = stem < folded ? [stem, folded] : [folded, stem];
      const loaded = await loadBetween(from, to);
      // A word typed without its accents has another stem than in the texts, but is there as a form.
      const asForm = loaded.flatMap(({ stemOf }) => stemOf.get(folded) ?? []).at(0) ?? stem;
      return loaded.map((file) => file.read(asForm)).find((entry) => entry !== undefined);
    },
    findBeginning: async (beginning) => {
      const from = beginning.slice(0, unchangedLetters);
      const loaded = await loadBetween(from, `${beginning}\uffff`);
      return loaded.flatMap(({ stemOf, read }) => {
        const some = [...stemOf].filter(([form]) => form.startsWith(beginning));
        return [...new Set(some.map(([, stem]) => stem))].map((stem) => ({
          stem,
          forms: new Map([...(read(stem)?.forms ?? [])].filter(([form]) => form.startsWith(beginning))),
        }));
      });
    },
    isSpelledRight: async (folded) => {
      const loaded = await Promise.all(directory.known(folded, folded).map(loadKnown));
      return loaded.some((words) => words.has(folded));
    },
  };
}
