/** Loads the stemmer of a language: Snowball's, whose code only pages of that language load. */
import { foldWord } from './query-terms';

/** Returns the folded stem of a word in its spelling: `'réfugiés' -> 'refugi'`. */
export type Stemmer = (spelled: string) => string;

const loaders: Readonly<Record<string, () => Promise<{ readonly stemmer: (word: string) => string }>>> = {
  en: () => import('@orama/stemmers/english'),
  fr: () => import('@orama/stemmers/french'),
  es: () => import('@orama/stemmers/spanish'),
};

/** Corrections of Snowball's rules: it separates `luces` from `luz`. */
const beforeStemming: Readonly<Record<string, (word: string) => string>> = {
  es: (word) => (word.length > 4 ? word.replace(/ces$/, 'z') : word),
};

/** Resolves to the stemmer of a language; words of a language without rules are their own stems. */
export async function loadStemmer(locale: string): Promise<Stemmer> {
  const loaded = await loaders[locale]?.();
  if (!loaded) return foldWord;
  const before = beforeStemming[locale] ?? ((word) => word);
  const known = new Map<string, string>();
  return (spelled) => {
    // Names with signs, numbers and emoji have no forms.
    if (!/^[\p{L}\p{M}]+$/u.test(spelled)) return spelled;
    const stem = known.get(spelled) ?? foldWord(loaded.stemmer(before(spelled)));
    known.set(spelled, stem);
    return stem;
  };
}
