/** The strings of the interface. Components only know their keys. */
import { existsSync, readFileSync } from 'node:fs';
import { locales, type Locale } from './locales';
import en from './strings/en.json' with { type: 'json' };

/** A key that every language has. */
export type StringKey = keyof typeof en;

type Strings = Readonly<Record<StringKey, string>>;

/** Strings in the place of the program's own, by language. */
export type StringOverrides = Readonly<Partial<Record<Locale, Readonly<Partial<Record<StringKey, string>>>>>>;

const fileOf = (locale: Locale) => `./strings/${locale}.json`;

/** Vite sets this; nothing else does, whatever the type says. */
const isVite = Boolean(import.meta.env);

/**
 * Every file of strings by its path. Vite looks for them when it builds, and so notices when one changes; scripts and
 * tests that run without it read them.
 */
function files(): Readonly<Record<string, unknown>> {
  if (isVite) return import.meta.glob('./strings/*.json', { eager: true, import: 'default' });
  const read = (file: URL): unknown => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});
  return Object.fromEntries(
    locales.map((locale) => [fileOf(locale), read(new URL(fileOf(locale), import.meta.url))]),
  );
}

function readStrings(): Record<Locale, Strings> {
  const found = files();
  // `missingStrings` checks before a build, and in a test, that none is missing.
  const byLocale = locales.map((locale) => [locale, found[fileOf(locale)] ?? {}]);
  return Object.fromEntries(byLocale) as Record<Locale, Strings>;
}

const own = readStrings();

/** Every string of a language, with those that the site's content overrides. */
export const strings: Record<Locale, Strings> = { ...own };

/** Puts a site's own strings in the place of the program's; those of an earlier call are dropped. */
export function overrideStrings(overrides: StringOverrides): void {
  for (const locale of locales) strings[locale] = { ...own[locale], ...overrides[locale] };
}

/** True for a key that exists, for keys made from data such as `country.TR`. */
export function isStringKey(key: string): key is StringKey {
  return Object.hasOwn(en, key);
}

/** The keys of English that a language's strings lack: `({ skip: 'Skip' }) -> ['languages.label', …]`. */
export function missingStrings(found: Readonly<Record<string, unknown>>): StringKey[] {
  return Object.keys(en)
    .filter(isStringKey)
    .filter((key) => typeof found[key] !== 'string');
}
