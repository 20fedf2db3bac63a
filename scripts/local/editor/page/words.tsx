/** The words of the editor's page and the forms of the content, in the editor's language. */
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { createEditorTranslate } from '@/i18n/create-editor-translate';
import type { EditorTranslate } from '@/i18n/editor';
import { isLocale, locales, localeTable, toLocale, type Locale } from '@/i18n/locales';
import type { EditorWords } from '../editor-page';
import { languageCookie, languageKey } from '../language-cookie';

interface Words extends EditorWords {
  readonly locale: Locale;
  readonly t: EditorTranslate;
  readonly chooseLocale: (locale: Locale) => void;
}

const WordsContext = createContext<Words | undefined>(undefined);

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('There are no words outside of a WordsProvider.');
  return words;
}

/** The language that was chosen, or the browser's. */
function findLocale(): Locale {
  const chosen = localStorage.getItem(languageKey);
  if (isLocale(chosen)) return chosen;
  return navigator.languages.map(toLocale).find((locale) => locale !== undefined) ?? locales[0];
}

async function loadWords(locale: Locale): Promise<EditorWords> {
  const response = await fetch(`/admin/words/${locale}.json`);
  if (!response.ok) throw new Error(`The words of the editor weren’t loaded: ${response.status}.`);
  return (await response.json()) as EditorWords;
}

interface WordsProviderProps {
  readonly children: ReactNode;
  readonly onFailure: (error: unknown) => void;
}

/** Shows its children once the words are there. */
export function WordsProvider({ children, onFailure }: WordsProviderProps) {
  const [locale, setLocale] = useState(findLocale);
  const [loaded, setLoaded] = useState<{ readonly locale: Locale; readonly words: EditorWords }>();
  useEffect(() => {
    let isWanted = true;
    loadWords(locale).then((words) => isWanted && setLoaded({ locale, words }), onFailure);
    document.cookie = languageCookie(locale);
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
        localStorage.setItem(languageKey, chosen);
        setLocale(chosen);
      },
    };
  }, [loaded]);
  return words && <WordsContext.Provider value={words}>{children}</WordsContext.Provider>;
}

export function LanguageChoice() {
  const { t, locale, chooseLocale } = useWords();
  return (
    <label className="language-choice">
      <span className="hidden">{t('Language of the editor')}</span>
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
