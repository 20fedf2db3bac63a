/** The words of a page and the forms of the content, in the language of its reader. */
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { createEditorTranslate } from '@/i18n/create-editor-translate';
import type { EditorTranslate } from '@/i18n/editor';
import { isLocale, locales, localeTable, toLocale, type Locale } from '@/i18n/locales';
import type { PageWords } from '../page-files';

/** The storage key of the language that was chosen. */
const languageKey = 'editor-language';

export interface LoadedWords extends PageWords {
  readonly locale: Locale;
  readonly t: EditorTranslate;
  readonly chooseLocale: (locale: Locale) => void;
}

const WordsContext = createContext<LoadedWords | undefined>(undefined);

export function useWords(): LoadedWords {
  const words = useContext(WordsContext);
  if (!words) throw new Error('There are no words outside of a WordsProvider.');
  return words;
}

/** The language that was chosen; without storage none. */
function readChosen(): string | null {
  try {
    return localStorage.getItem(languageKey);
  } catch {
    return null;
  }
}

/** The language of the address, that which was chosen, that of the page, or the browser's. */
function findLocale(): Locale {
  const given = new URLSearchParams(location.search).get('language');
  const own = [given, readChosen(), document.documentElement.dataset['language']].find(isLocale);
  return own ?? navigator.languages.map(toLocale).find((locale) => locale !== undefined) ?? locales[0];
}

async function loadWords(locale: Locale): Promise<PageWords> {
  const response = await fetch(`words/${locale}.json`);
  if (!response.ok) throw new Error(`The words of the page weren’t loaded: ${response.status}.`);
  return (await response.json()) as PageWords;
}

interface WordsProviderProps {
  readonly children: ReactNode;
  readonly onFailure: (error: unknown) => void;
}

/** Shows its children once the words are there. */
export function WordsProvider({ children, onFailure }: WordsProviderProps) {
  const [locale, setLocale] = useState(findLocale);
  const [loaded, setLoaded] = useState<{ readonly locale: Locale; readonly words: PageWords }>();
  useEffect(() => {
    let isWanted = true;
    loadWords(locale).then((words) => isWanted && setLoaded({ locale, words }), onFailure);
    return () => {
      isWanted = false;
    };
  }, [locale]);
  const words = useMemo(() => {
    if (!loaded) return undefined;
    document.documentElement.lang = loaded.locale;
    return {
      ...loaded.words,
      locale: loaded.locale,
      t: createEditorTranslate(loaded.locale, loaded.words.texts),
      chooseLocale: (chosen: Locale) => {
        setLocale(chosen);
        try {
          localStorage.setItem(languageKey, chosen);
        } catch {
          // Without storage the language holds until the page is left.
        }
      },
    };
  }, [loaded]);
  return words && <WordsContext.Provider value={words}>{children}</WordsContext.Provider>;
}

export function LanguageChoice() {
  const { t, locale, chooseLocale } = useWords();
  return (
    <label className="language-choice">
      <span className="hidden">{t('Language of the page')}</span>
      <select value={locale} onChange={({ target }) => isLocale(target.value) && chooseLocale(target.value)}>
        {locales.map((one) => (
          <option key={one} value={one} lang={one}>
            {localeTable[one].name}
          </option>
        ))}
      </select>
    </label>
  );
}
