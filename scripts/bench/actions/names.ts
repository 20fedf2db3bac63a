/** The names by which a visitor knows the parts of a page: the site's own strings, whichever of them exist. */
import { readFileSync } from 'node:fs';
import type { Page, Locator } from '@playwright/test';
import type { Locale } from '@/i18n/locales';

export class SiteNames {
  private readonly strings: Readonly<Record<string, string>>;

  constructor(readonly locale: Locale) {
    this.strings = JSON.parse(readFileSync(`src/i18n/strings/${locale}.json`, 'utf8')) as Record<
      string,
      string
    >;
  }

  /** The strings of those keys that exist, in this order. */
  of(...keys: readonly string[]): string[] {
    return keys.map((key) => this.strings[key] ?? '').filter((text) => text !== '');
  }

  /** The string of a key that every version of the site has. Throws if it is gone. */
  one(key: string): string {
    const [text] = this.of(key);
    if (text === undefined) throw new Error(`There is no string ${key} any more. Change the visit.`);
    return text;
  }

  /** The words before the first gap of every string whose key matches: `'You applied on'`. */
  beginnings(keys: RegExp): string[] {
    return Object.entries(this.strings)
      .filter(([key]) => keys.test(key))
      .map(([, text]) => (text.split('{')[0] ?? '').trim())
      .filter((text) => text.length > 5);
  }
}

const escape = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A pattern for a name that begins with a text, as links with a count behind it do. */
export const beginsWith = (text: string) => new RegExp(`^\\s*${escape(text)}(?!\\p{L})`, 'iu');

/** A pattern for a template: `'Show {n} opportunities' -> /Show .+ opportunities/`. */
export const likeTemplate = (text: string) =>
  new RegExp(
    text
      .split(/\{\w+\}/)
      .map(escape)
      .join('.+'),
    'iu',
  );

/** The first of the controls with one of the names; not necessarily shown. Undefined if there is none. */
export async function findByName(
  page: Page,
  role: 'link' | 'button' | 'combobox',
  names: readonly (string | RegExp)[],
): Promise<Locator | undefined> {
  for (const name of names) {
    const pattern = typeof name === 'string' ? beginsWith(name) : name;
    // Links in a closed menu count: the visitor opens it.
    const found = page.getByRole(role, { name: pattern, includeHidden: true });
    if ((await found.count()) > 0) return found.first();
  }
  return undefined;
}
