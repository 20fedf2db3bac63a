/** The words of the app in the editor's language. */
import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { locales, localeTable, type Locale } from '@/i18n/locales';
import { createEditorTranslate, type EditorTranslate } from '@/i18n/editor';
import type { ModelDescription } from '../description';
import { chooseLanguage, findLanguage, onLanguageChosen } from './chosen-language';

/** The file that the build writes for each language. */
export interface LanguageFile {
  readonly texts: Readonly<Record<string, string>>;
  readonly model: ModelDescription;
}

/** The words of a language. */
export interface Words {
  readonly locale: Locale;
  readonly model: ModelDescription;
  readonly t: EditorTranslate;
}

async function loadWords(locale: Locale): Promise<Words> {
  const response = await fetch(`./${locale}.json`);
  const { texts, model } = (await response.json()) as LanguageFile;
  return { locale, model, t: createEditorTranslate(locale, texts) };
}

const WordsContext = createContext<Words | undefined>(undefined);

export function useWords(): Words {
  const words = use(WordsContext);
  if (!words) throw new Error('There are no words outside of a LanguageProvider.');
  return words;
}

interface ProviderProps {
  /** Language tags, the most wanted first. */
  readonly preferred: readonly string[];
  readonly children: ReactNode;
}

/** Shows its children once the words are there, and in other words when another language is chosen. */
export function LanguageProvider({ preferred, children }: ProviderProps) {
  const [locale, setLocale] = useState(() => findLanguage(preferred));
  const [words, setWords] = useState<Words>();
  useEffect(() => onLanguageChosen(setLocale), []);
  useEffect(() => {
    let isWanted = true;
    void loadWords(locale).then((loaded) => {
      if (!isWanted) return;
      document.documentElement.lang = locale;
      setWords(loaded);
    });
    return () => {
      isWanted = false;
    };
  }, [locale]);
  if (!words) return null;
  return (
    <WordsContext value={words}>
      <SetLanguageContext value={setLocale}>{children}</SetLanguageContext>
    </WordsContext>
  );
}

const SetLanguageContext = createContext<(locale: Locale) => void>(() => undefined);

/** Changes the language here and in the form's controls. */
export function LanguageSwitch() {
  const { locale, t } = useWords();
  const setLocale = use(SetLanguageContext);
  return (
    <div role="group" aria-label={t('Language of the form')} className="switch">
      {locales.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === locale}
          onClick={() => {
            chooseLanguage(one);
            setLocale(one);
          }}
        >
          {localeTable[one].name}
        </button>
      ))}
    </div>
  );
}
