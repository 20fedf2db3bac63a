/** The interface's words. Editors and translators own the files; the code only knows their keys. */
import { existsSync, readFileSync } from 'node:fs';
import en from '../../content/i18n/en.json' with { type: 'json' };
import { locales, type Locale } from './locales';

/** A key that every language has. */
export type MessageKey = keyof typeof en;

type Messages = Readonly<Record<MessageKey, string>>;

const fileOf = (locale: Locale) => `../../content/i18n/${locale}.json`;

/** Vite puts an object here; nothing else does, whatever the type says. */
const isVite = Boolean(import.meta.env);

/**
 * Every file of words by its path. Vite looks for them when it builds, and so notices when one changes; scripts and
 * tests that run without it read them.
 */
function files(): Readonly<Record<string, unknown>> {
  if (isVite) return import.meta.glob('../../content/i18n/*.json', { eager: true, import: 'default' });
  const read = (file: URL): unknown => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});
  return Object.fromEntries(
    locales.map((locale) => [fileOf(locale), read(new URL(fileOf(locale), import.meta.url))]),
  );
}

function readMessages(): Readonly<Record<Locale, Messages>> {
  const found = files();
  // Whether all words are there is for `missingMessages`: before a build, and in a test.
  const words = locales.map((locale) => [locale, found[fileOf(locale)] ?? {}]);
  return Object.fromEntries(words) as Record<Locale, Messages>;
}

/** Every message of a language. */
export const messages = readMessages();

/** True for a key that exists, for keys made from data such as `country.TR`. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}

/** The keys of English that a language's words lack: `({ skip: 'Skip' }) -> ['languages.label', …]`. */
export function missingMessages(words: Readonly<Record<string, unknown>>): MessageKey[] {
  return Object.keys(en)
    .filter(isMessageKey)
    .filter((key) => typeof words[key] !== 'string');
}
