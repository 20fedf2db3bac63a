/** Loads what the search knows of a language: only pages of that language load it. */
import { createFindNegations, type FindNegations, type Negations } from './negations';
import { spellOutLigatures } from './spelling';
import { foldWord } from './tokenize';

/** The rules of a language. */
export interface LanguageRules {
  /** The folded stem of a word in its spelling: `'réfugiés' -> 'refugi'`. */
  readonly stem: (spelled: string) => string;
  /** True for a folded word that says nothing of what is wanted: `the`, `pour`, `quiero`. */
  readonly isFunctionWord: (folded: string) => boolean;
  readonly findNegations: FindNegations;
}

interface LanguageModule {
  /** Snowball's. */
  readonly stemmer: (word: string) => string;
  /** Separated by white space. */
  readonly functionWords: string;
  readonly negations: Negations;
}

const loaders: Readonly<Record<string, () => Promise<LanguageModule>>> = {
  en: () => import('./languages/rules-en'),
  fr: () => import('./languages/rules-fr'),
  es: () => import('./languages/rules-es'),
};

/** Corrections of Snowball's rules, which separate `luces` from `luz`, … */
const beforeStemming: Readonly<Record<string, (word: string) => string>> = {
  es: (word) => (word.length > 4 ? word.replace(/ces$/, 'z') : word),
};
/** … and `clasificar` (`clasific`) from `clasificación` (`clasif`), as `planifier` and `classify`. */
const afterStemming = (stem: string) => stem.replace(/(?<=.{3}if)(?:ic|i)$/, '');

/** Resolves to the rules of a language; in one without rules words are their own stems. Rejects where that fails. */
export async function loadLanguage(locale: string): Promise<LanguageRules> {
  const loaded = await loaders[locale]?.();
  if (!loaded)
    return {
      stem: (spelled) => foldWord(spellOutLigatures(spelled)),
      isFunctionWord: () => false,
      findNegations: () => ({ excluded: [], fixed: new Set() }),
    };
  const before = beforeStemming[locale] ?? ((word) => word);
  const functionWords = new Set(loaded.functionWords.split(/\s+/).map(foldWord));
  const isFunctionWord = (folded: string) => functionWords.has(folded);
  const known = new Map<string, string>();
  return {
    stem: (spelled) => {
      // Names with signs, numbers and emoji have no forms.
      if (!/^[\p{L}\p{M}]+$/u.test(spelled)) return spelled;
      const stem =
        known.get(spelled) ?? foldWord(afterStemming(loaded.stemmer(before(spellOutLigatures(spelled)))));
      known.set(spelled, stem);
      return stem;
    },
    isFunctionWord,
    findNegations: createFindNegations(loaded.negations, isFunctionWord),
  };
}
