interface LocaleInfo {
  /** The language's name in itself, as its speakers look for it. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
}

/**
 * The languages of the interface, in the order in which they are offered. A new one is a row here and a file
 * `src/i18n/strings/<locale>.json`.
 */
export const localeTable = {
  en: { name: 'English', direction: 'ltr' },
  fr: { name: 'Français', direction: 'ltr' },
  es: { name: 'Español', direction: 'ltr' },
} as const satisfies Readonly<Record<string, LocaleInfo>>;

/** A language of the interface and of the content, as its BCP 47 primary subtag. */
export type Locale = keyof typeof localeTable;

/** Every language, in the table's order. */
export const locales = Object.keys(localeTable) as [Locale, ...Locale[]];

/** True for a string that names one of the service's languages. */
export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && Object.hasOwn(localeTable, value);
}

/**
 * The service's language for a BCP 47 tag, by its primary subtag: `fr-CA` -> `fr`.
 * Undefined where the service doesn't speak it.
 */
export function toLocale(tag: string): Locale | undefined {
  const primary = tag.toLowerCase().split('-')[0];
  return isLocale(primary) ? primary : undefined;
}

/** The direction to mark words with that stand in a page of another one: `('ar', 'en') -> 'rtl'`, else undefined. */
export function directionIn(lang: Locale, page: Locale): LocaleInfo['direction'] | undefined {
  const { direction }: LocaleInfo = localeTable[lang];
  const { direction: around }: LocaleInfo = localeTable[page];
  return direction === around ? undefined : direction;
}
