/** The age of translations: which texts of an entry are older than the original that they were translated from. */
import { isLocale, locales, type Locale } from '@/i18n/locales';
import { unwrap, type Widget } from './fields/fields';
import { prune } from './fields/prune';
import { typeFields } from './fields/type-fields';
import { isRecord, readNested } from './json';
import { shortHash } from './short-hash';
import type { ContentTypeName, RawEntry, RawFields } from './types/entry';
import { contentTypes } from './types/types';
import { z } from 'zod';

/** The fields of an entry, as sources and editors have them. */
export type TranslatedEntry = Pick<RawEntry, 'locales' | 'shared'>;

const textWidgets: ReadonlySet<Widget> = new Set(['text', 'lines', 'markdown']);

/** The localized fields of a type that are translated, in the model's order: not its addresses. */
export function translatedFields(type: ContentTypeName): string[] {
  return typeFields(contentTypes[type]).flatMap(({ name, isLocalized, schema, meta: { widget } }) => {
    const inner = unwrap(schema);
    const isText =
      textWidgets.has(widget) || (inner instanceof z.ZodArray && !name.toLowerCase().endsWith('slugs'));
    return isLocalized && isText ? [name] : [];
  });
}

const isEmpty = (value: unknown) => prune(value) === undefined;

/** The text without differences that no reader sees: spaces at the ends, and the form of accents and line ends. */
const normalize = (value: unknown): unknown => {
  if (typeof value === 'string') return value.trim().replace(/\r\n?/g, '\n').normalize('NFC');
  if (Array.isArray(value)) return value.map(normalize);
  if (!isRecord(value)) return value;
  const parts = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(parts.map(([key, part]) => [key, normalize(part)]));
};

/** Hashes the value of a field: the same wherever it is computed. */
export function sourceHash(value: unknown): string {
  return shortHash(JSON.stringify(normalize(value)));
}

/** The hashes of an entry in one language; none where it has none. */
function hashesIn(entry: TranslatedEntry | undefined, locale: Locale): RawFields {
  const hashes = readNested(entry?.shared['provenance'], 'translatedFrom', locale);
  return isRecord(hashes) ? hashes : {};
}

/** Returns the entry with these hashes in place of its own. Languages without any are left out. */
function withHashes<E extends TranslatedEntry>(
  entry: E,
  hashes: readonly (readonly [Locale, RawFields])[],
): E {
  const { provenance, ...shared } = entry.shared;
  const translatedFrom = Object.fromEntries(hashes.filter(([, own]) => Object.keys(own).length > 0));
  const all = { ...(isRecord(provenance) ? provenance : {}), translatedFrom };
  const kept = Object.entries(all).filter(([, part]) => !isEmpty(part));
  return {
    ...entry,
    shared: kept.length > 0 ? { ...shared, provenance: Object.fromEntries(kept) } : shared,
  };
}

/** The languages that an entry is translated into, with their fields. */
function translationsOf({ locales: byLocale, shared }: TranslatedEntry) {
  const original = shared['originalLanguage'];
  if (!isLocale(original)) return undefined;
  const source = byLocale[original] ?? {};
  const others = locales.flatMap((locale) => {
    const fields = byLocale[locale];
    return locale !== original && fields ? [{ locale, fields }] : [];
  });
  return { original, source, others };
}

/**
 * Finds the fields whose original changed after they were translated, in the order of the languages and of the model. A text of
 * unknown age isn't among them.
 */
export function findOutdated(
  type: ContentTypeName,
  entry: TranslatedEntry,
): { readonly locale: Locale; readonly fields: readonly string[] }[] {
  const found = translationsOf(entry);
  if (!found) return [];
  const names = translatedFields(type);
  return found.others.flatMap(({ locale, fields }) => {
    const hashes = hashesIn(entry, locale);
    const outdated = names.filter(
      (name) =>
        !isEmpty(fields[name]) &&
        typeof hashes[name] === 'string' &&
        hashes[name] !== sourceHash(found.source[name]),
    );
    return outdated.length > 0 ? [{ locale, fields: outdated }] : [];
  });
}

/**
 * Returns the entry with the hashes that a save should keep: of a text that the save changes, that of the present
 * original; of one that it doesn't, the one it had. Where that is unknown and the original changes, the text was
 * translated from the original before. `before` is undefined for a new entry.
 */
export function recordTranslations<E extends TranslatedEntry>(
  type: ContentTypeName,
  before: TranslatedEntry | undefined,
  after: E,
): E {
  const found = translationsOf(after);
  if (!found) return after;
  const names = translatedFields(type);
  const sourceBefore = before?.locales[found.original] ?? {};
  const isSame = (one: unknown, other: unknown) => sourceHash(one ?? null) === sourceHash(other ?? null);
  return withHashes(
    after,
    found.others.map(({ locale, fields }) => {
      const fieldsBefore = before?.locales[locale] ?? {};
      const known = { ...hashesIn(before, locale), ...hashesIn(after, locale) };
      const hashes = names.flatMap((name): [string, unknown][] => {
        if (isEmpty(fields[name]) || isEmpty(found.source[name])) return [];
        if (!isSame(fields[name], fieldsBefore[name])) return [[name, sourceHash(found.source[name])]];
        if (known[name] !== undefined) return [[name, known[name]]];
        const original = sourceBefore[name];
        if (isEmpty(original) || isSame(found.source[name], original)) return [];
        return [[name, sourceHash(original)]];
      });
      return [locale, Object.fromEntries(hashes)] as const;
    }),
  );
}

/** Returns the entry with its translations taken for up to date; those into one language, or all. */
export function markTranslated<E extends TranslatedEntry>(type: ContentTypeName, entry: E, only?: Locale): E {
  const found = translationsOf(entry);
  if (!found) return entry;
  const { source, others } = found;
  const names = translatedFields(type).filter((name) => !isEmpty(source[name]));
  return withHashes(
    entry,
    others.map(({ locale, fields }): [Locale, RawFields] => {
      if (only !== undefined && locale !== only) return [locale, hashesIn(entry, locale)];
      const present = names.filter((name) => !isEmpty(fields[name]));
      return [locale, Object.fromEntries(present.map((name) => [name, sourceHash(source[name])]))];
    }),
  );
}
