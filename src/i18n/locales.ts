/** The languages that the service can speak, in the order in which it offers them. */
export const locales = ['en', 'fr', 'es'] as const;

/** A language of the interface and of the content, as its BCP 47 primary subtag. */
export type Locale = (typeof locales)[number];

interface LocaleInfo {
  /** The language's name in itself, as its speakers look for it. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
}

/** One row a language: a new one is a row here and a file `content/i18n/<locale>.json`. */
export const localeTable = {
  en: { name: 'English', direction: 'ltr' },
  fr: { name: 'Français', direction: 'ltr' },
  es: { name: 'Español', direction: 'ltr' },
} as const satisfies Record<Locale, LocaleInfo>;

/** True for a string that names one of the service's languages. */
export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && (locales as readonly string[]).includes(value);
}

/**
 * The service's language for a BCP 47 tag, by its primary subtag: `fr-CA` -> `fr`.
 * Undefined where the service doesn't speak it.
 */
export function toLocale(tag: string): Locale | undefined {
  const primary = tag.toLowerCase().split('-')[0];
  return isLocale(primary) ? primary : undefined;
}
