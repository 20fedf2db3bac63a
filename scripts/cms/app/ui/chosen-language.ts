/** The language that the editor chose, the same in every frame of the app. */
import { isLocale, locales, type Locale } from '@/i18n/locales';
import { preferredLocale } from '@/i18n/preferred';

const storageKey = 'ov:app-language';

/** A browser that blocks storage, as some do in frames, still tells the other frames. */
const channel = new BroadcastChannel(storageKey);

function readStored(): string | undefined {
  try {
    return localStorage.getItem(storageKey) ?? undefined;
  } catch {
    return undefined;
  }
}

/** The language chosen before, else the first of these tags that the app has, else the site's first. */
export function findLanguage(preferred: readonly string[]): Locale {
  const stored = readStored();
  if (isLocale(stored)) return stored;
  const found = preferredLocale(preferred, locales);
  return isLocale(found) ? found : locales[0];
}

export function chooseLanguage(locale: Locale): void {
  try {
    localStorage.setItem(storageKey, locale);
  } catch {
    // It holds as long as the form is open.
  }
  channel.postMessage(locale);
}

/** Calls with the language that was chosen in another frame. */
export function onLanguageChosen(listener: (locale: Locale) => void): () => void {
  const listen = ({ data }: MessageEvent<unknown>) => {
    if (isLocale(data)) listener(data);
  };
  channel.addEventListener('message', listen);
  return () => channel.removeEventListener('message', listen);
}
