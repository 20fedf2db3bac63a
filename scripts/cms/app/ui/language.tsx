/** The words of the app in the editor's language. */
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { locales, localeTable, type Locale } from '@/i18n/locales';
import { createEditorTranslate } from '@/i18n/create-editor-translate';
import type { EditorTranslate } from '@/i18n/editor';
import type { FieldsDescription } from '@scripts/forms/describe/description';
import { Failure, FailureBoundary } from './failure';
import { chooseLanguage, findLanguage, onLanguageChosen } from './chosen-language';

/** The file that the build writes for each language. */
export interface LanguageFile {
  readonly texts: Readonly<Record<string, string>>;
  readonly model: FieldsDescription;
}

/** The words of a language. */
export interface Words {
  readonly locale: Locale;
  readonly model: FieldsDescription;
  readonly t: EditorTranslate;
}

async function loadWords(locale: Locale): Promise<Words> {
  const response = await fetch(`./${locale}.json`);
  if (!response.ok) throw new Error(`The texts of ${locale} weren’t loaded: ${response.status}.`);
  const { texts, model } = (await response.json()) as LanguageFile;
  return { locale, model, t: createEditorTranslate(locale, texts) };
}

const WordsContext = createContext<Words | undefined>(undefined);

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('There are no words outside of a LanguageProvider.');
  return words;
}

interface LanguageChoice {
  readonly choose: (locale: Locale) => void;
  /** The chosen language whose words couldn't be loaded. */
  readonly failed: Locale | undefined;
}

const ChoiceContext = createContext<LanguageChoice>({ choose: () => undefined, failed: undefined });

interface ProviderProps {
  /** Language tags, the most wanted first. */
  readonly preferred: readonly string[];
  readonly children: ReactNode;
}

/**
 * Shows its children once the words are there, and in other words when another language is chosen. If those can't be
 * loaded, the present ones stay.
 */
export function LanguageProvider({ preferred, children }: ProviderProps) {
  const [locale, setLocale] = useState(() => findLanguage(preferred));
  const [words, setWords] = useState<Words>();
  const [failed, setFailed] = useState<Locale>();
  useEffect(() => onLanguageChosen(setLocale), []);
  useEffect(() => {
    let isWanted = true;
    const load = async () => {
      try {
        const loaded = await loadWords(locale);
        if (!isWanted) return;
        document.documentElement.lang = locale;
        setWords(loaded);
      } catch {
        if (isWanted) setFailed(locale);
      }
    };
    void load();
    return () => {
      isWanted = false;
    };
  }, [locale]);
  if (!words) return failed && <Failure locale={failed} onRetry={() => location.reload()} />;
  const choice = { choose: setLocale, failed: failed === locale ? failed : undefined };
  return (
    <WordsContext.Provider value={words}>
      <ChoiceContext.Provider value={choice}>
        <FailureBoundary locale={words.locale}>{children}</FailureBoundary>
      </ChoiceContext.Provider>
    </WordsContext.Provider>
  );
}

/** Changes the language here and in the form's controls. */
export function LanguageSwitch() {
  const { locale, t } = useWords();
  const { choose, failed } = useContext(ChoiceContext);
  return (
    <>
      <div role="group" aria-label={t('Language of the form')} className="switch">
        {locales.map((one) => (
          <button
            key={one}
            type="button"
            lang={one}
            aria-pressed={one === locale}
            onClick={() => {
              chooseLanguage(one);
              choose(one);
            }}
          >
            {localeTable[one].name}
          </button>
        ))}
      </div>
      <p role="alert">
        {failed &&
          t('The texts in {language} didn’t load. Check your connection, then reload the page.', {
            language: localeTable[failed].name,
          })}
      </p>
    </>
  );
}
