/** Reads the open entry as the model has it, and writes what programs keep in it. */
import type { FieldValue, SidebarSdk } from '@contentful/app-sdk';
import { toLocale } from '@/i18n/locales';
import { contentTypes } from '@/model/types/types';
import type { ContentTypeName, RawEntry } from '@/model/types/entry';
import { listStoredFields } from '@/sources/contentful/stored-fields';
import { mapLocales } from '@/sources/contentful/locales';
import { decodeFields, encodeFields, type LocaleCodes, type WireFields } from '@/sources/contentful/wire';

/** The type of the open entry; undefined if it isn't one of the model's. */
export function findType({ contentType }: SidebarSdk): ContentTypeName | undefined {
  const { id } = contentType.sys;
  return Object.hasOwn(contentTypes, id) ? (id as ContentTypeName) : undefined;
}

/** The languages of the space by their codes; undefined if the site can't be made from them: it has none, or two for one. */
export function readCodes({ locales }: SidebarSdk): LocaleCodes | undefined {
  const all = locales.available.map((code) => ({
    code,
    default: code === locales.default,
    fallbackCode: null,
  }));
  try {
    return mapLocales(all, () => undefined).codes;
  } catch {
    return undefined;
  }
}

/** The locales of the space in languages that the site doesn't have. */
export const listForeignLocales = ({ locales }: SidebarSdk): string[] =>
  locales.available.filter((code) => toLocale(code) === undefined);

/** Every field of the entry in each of its locales. */
export function listValues({ entry }: SidebarSdk): FieldValue[] {
  return Object.values(entry.fields).flatMap((field) =>
    field.locales.map((locale) => field.getForLocale(locale)),
  );
}

/** An entry of the site in a space that the site can be made from. */
export interface OpenEntry {
  readonly sdk: SidebarSdk;
  readonly type: ContentTypeName;
  readonly codes: LocaleCodes;
}

function readWireFields(sdk: SidebarSdk): WireFields {
  const fields: Record<string, Record<string, unknown>> = {};
  for (const field of listValues(sdk)) {
    const value = field.getValue();
    if (value !== undefined) (fields[field.id] ??= {})[field.locale] = value;
  }
  return fields;
}

/** The entry as it stands in the form. */
export function readEntry({ sdk, type, codes }: OpenEntry): RawEntry {
  const { locales, shared } = decodeFields(type, readWireFields(sdk), codes);
  return { id: sdk.entry.getSys().id, type, locales, shared, origin: { label: '' } };
}

const internalFields = (type: ContentTypeName) =>
  new Set(listStoredFields(type).flatMap(({ id, meta }) => (meta.widget === 'internal' ? [id] : [])));

/** True for a field that programs keep. */
export const isInternal = (type: ContentTypeName, id: string): boolean => internalFields(type).has(id);

/** Sets the fields that programs keep, unless they can't be changed. */
export async function writeInternal(
  { sdk, type, codes }: OpenEntry,
  entry: RawEntry,
  store: (field: FieldValue, value: unknown) => Promise<void>,
): Promise<void> {
  const internal = internalFields(type);
  const wanted = encodeFields(type, entry, codes);
  for (const field of listValues(sdk))
    if (internal.has(field.id) && !field.getIsDisabled())
      await store(field, wanted[field.id]?.[field.locale]);
}
