/** Makes the files of a space's entries. Pure. */
import { isLocale } from '@/i18n/locales';
import { entryKey, type RawEntry, type RawFields } from '@/model/types/entry';
import { rawEntryTitle } from '@/model/fields/entry-title';
import { contentTypes } from '@/model/types/types';
import { decodeFields, type LocaleCodes } from '@/sources/contentful/wire';
import { entryFilePath, formatEntry } from '@/sources/files/format-entry';
import { encodePruned } from '../push/push-plan';
import { getContentType, type SpaceEntry } from '../space-content';
import { hasSameContent } from '../transfer/compare';
import type { NamedItem } from '../transfer/item-name';

/** A file with another content than the folder has. */
export interface PulledFile extends NamedItem {
  /** Below the content folder. */
  readonly file: string;
  readonly content: string | Uint8Array;
}

/**
 * Converts a space's entry to one of ours. An unpublished one gets the status draft, whatever its field says. Returns
 * undefined for unpublished settings, which have no status.
 */
export function decodeStoredEntry(
  stored: SpaceEntry,
  codes: LocaleCodes,
  isPublished: boolean,
): RawEntry | undefined {
  const type = getContentType(stored);
  if (!type) return undefined;
  const { id } = stored.sys;
  const { locales, shared } = decodeFields(type, stored.fields, codes);
  const entry = { id, type, locales, origin: { label: `Contentful entry ${id}` } };
  const status = shared['status'];
  if (isPublished || status === 'draft' || status === 'review') return { ...entry, shared };
  if (!Object.hasOwn(contentTypes[type].shared.shape, 'status')) return undefined;
  return { ...entry, shared: { ...shared, status: 'draft' } };
}

function pickUnknownFields(fields: RawFields, shape: object): RawFields {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !Object.hasOwn(shape, key)));
}

/**
 * Adds what a space can't store: texts in languages without a locale, fields that aren't in the model, and flags that
 * are off.
 */
function addLocalParts(theirs: RawEntry, ours: RawEntry, codes: LocaleCodes): RawEntry {
  const { localized, shared } = contentTypes[theirs.type];
  const locales = { ...theirs.locales };
  for (const [locale, fields] of Object.entries(ours.locales)) {
    if (!isLocale(locale)) continue;
    if (!codes.byLocale.has(locale)) locales[locale] = fields;
    else {
      const unknown = pickUnknownFields(fields, localized.shape);
      if (Object.keys(unknown).length > 0) locales[locale] = { ...locales[locale], ...unknown };
    }
  }
  const flagsOff = Object.fromEntries(Object.entries(ours.shared).filter(([, value]) => value === false));
  const unknown = pickUnknownFields(ours.shared, shared.shape);
  return { ...theirs, locales, shared: { ...flagsOff, ...theirs.shared, ...unknown } };
}

/**
 * Formats the file of a space's entry. Returns undefined if the folder's has the same values: it stays as it is, so
 * that comments and order by hand are not lost.
 */
export function planFile(
  theirs: RawEntry,
  ours: RawEntry | undefined,
  codes: LocaleCodes,
): PulledFile | undefined {
  if (ours && hasSameContent(encodePruned(theirs, codes), encodePruned(ours, codes))) return undefined;
  const content = formatEntry(ours ? addLocalParts(theirs, ours, codes) : theirs);
  return { key: entryKey(theirs), title: rawEntryTitle(theirs), file: entryFilePath(theirs), content };
}
