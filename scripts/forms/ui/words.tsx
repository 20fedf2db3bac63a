/** The words of a page with forms, and its description of the forms, in the language of its reader. */
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { createEditorTranslate } from '@/i18n/create-editor-translate';
import type { EditorTranslate } from '@/i18n/editor';
import { isLocale, locales, localeTable, toLocale, type Locale } from '@/i18n/locales';
import type { FieldsDescription, TypeFields, TypeForm } from '../describe/description';
import { Failure, FailureBoundary } from './failure';

/** The file of a language. */
export interface PageWords<T extends TypeFields = TypeForm> {
  readonly texts: Readonly<Record<string, string>>;
  readonly forms: FieldsDescription<T>;
}

interface Words<T extends TypeFields> {
  readonly locale: Locale;
  readonly forms: FieldsDescription<T>;
  readonly t: EditorTranslate;
  readonly chooseLocale: (locale: Locale) => void;
  /** The chosen language whose words couldn't be loaded. */
  readonly failed: Locale | undefined;
}

const WordsContext = createContext<Words<TypeFields> | undefined>(undefined);

/** `T` is what the page's own files have of each type. */
export function useWords<T extends TypeFields = TypeForm>(): Words<T> {
  const words = useContext(WordsContext);
  if (!words) throw new Error('There are no words outside of a WordsProvider.');
  return words as Words<T>;
}

/** The language that was chosen before; none where a browser blocks storage, as some do in frames. */
function readChosen(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Stores a language, and tells it to all frames and tabs. */
function keepChosen(key: string, locale: Locale): void {
  try {
    localStorage.setItem(key, locale);
  } catch {
    // It holds until the page is left.
  }
  const channel = new BroadcastChannel(key);
  channel.postMessage(locale);
  channel.close();
}

interface ProviderProps {
  /** The key of the stored language. */
  readonly storageKey: string;
  /** The language of this visit, whatever was chosen before. */
  readonly given?: string | null;
  /** Language tags for those who chose none, the most wanted first. */
  readonly preferred: readonly string[];
  /** The address of the words of a language. */
  readonly addressOf: (locale: Locale) => string;
  readonly children: ReactNode;
}

/**
 * Shows its children once the words are there, and in other words when another language is chosen. If those can't be loaded,
 * the present ones stay.
 */
export function WordsProvider({ storageKey, given, preferred, addressOf, children }: ProviderProps) {
  const [locale, setLocale] = useState(() => {
    const chosen = [given, readChosen(storageKey)].find(isLocale);
    return chosen ?? preferred.map(toLocale).find(isLocale) ?? locales[0];
  });
  const [words, setWords] = useState<Pick<Words<TypeFields>, 'locale' | 'forms' | 't'>>();
  const [failed, setFailed] = useState<Locale>();
  useEffect(() => {
    const channel = new BroadcastChannel(storageKey);
    channel.onmessage = ({ data }) => isLocale(data) && setLocale(data);
    return () => channel.close();
  }, [storageKey]);
  useEffect(() => {
    let isWanted = true;
    const load = async () => {
      const response = await fetch(addressOf(locale));
      if (!response.ok) throw new Error(`The server answered ${response.status}.`);
      const { texts, forms } = (await response.json()) as PageWords;
      if (!isWanted) return;
      document.documentElement.lang = locale;
      setWords({ locale, forms, t: createEditorTranslate(locale, texts) });
      setFailed(undefined);
    };
    load().catch(() => isWanted && setFailed(locale));
    return () => {
      isWanted = false;
    };
  }, [locale]);
  if (!words) return failed && <Failure locale={failed} />;
  const chooseLocale = (chosen: Locale) => {
    setLocale(chosen);
    keepChosen(storageKey, chosen);
  };
  return (
    <WordsContext.Provider value={{ ...words, chooseLocale, failed }}>
      <FailureBoundary locale={words.locale}>{children}</FailureBoundary>
    </WordsContext.Provider>
  );
}

export function LanguageChoice() {
  const { t, locale, chooseLocale, failed } = useWords();
  return (
    <div className="language-choice">
      <label>
        <span className="hidden">{t('Language of the page')}</span>
        <select
          value={failed ?? locale}
          onChange={({ target }) => isLocale(target.value) && chooseLocale(target.value)}
        >
          {locales.map((one) => (
            <option key={one} value={one} lang={one}>
              {localeTable[one].name}
            </option>
          ))}
        </select>
      </label>
      <p role="alert">
        {failed &&
          t('The texts in {language} didn’t load. Check your connection, then reload the page.', {
            language: localeTable[failed].name,
          })}
      </p>
    </div>
  );
}
