/** Merges an entry's form with its file if both changed. It compares fields, not their YAML. */
import { isLocale, locales, type Locale } from '@/i18n/locales';
import type { ContentTypeName, RawFields } from '@/model/types/entry';
import { tryParseFields, writeFields } from './format';

/** A field whose versions differ. A value is undefined if the field is empty. */
export interface FieldChange {
  /** `title`, or with a language `fr.title`. */
  readonly key: string;
  readonly name: string;
  readonly locale: Locale | undefined;
  /** The value with which the form was filled. */
  readonly base: unknown;
  readonly file: unknown;
  readonly form: unknown;
}

export interface EntryMerge {
  /** Changed differently in the file and in the form. */
  readonly conflicts: readonly FieldChange[];
  /** Changed in the file only. */
  readonly fromFile: readonly FieldChange[];
  /** Changed in the form only. */
  readonly fromForm: readonly FieldChange[];
}

interface EntryVersions {
  /** The fields with which the form was filled. If undefined, every difference is a conflict. */
  readonly base: RawFields | undefined;
  readonly file: RawFields;
  readonly form: RawFields;
}

type FlatFields = ReadonlyMap<string, unknown>;

const isGroup = (value: unknown): value is RawFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns each field by its key, as it would be written: empty fields and formatting make no difference. */
function flattenFields(type: ContentTypeName, fields: RawFields): FlatFields {
  const written = tryParseFields(writeFields(type, fields)) ?? {};
  return new Map(
    Object.entries(written).flatMap(([name, value]): [string, unknown][] =>
      isLocale(name) && isGroup(value)
        ? Object.entries(value).map(([field, text]) => [`${name}.${field}`, text])
        : [[name, value]],
    ),
  );
}

/** True if two values are the same, regardless of the order of a group's fields. */
function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
  }
  if (isGroup(one) && isGroup(other)) {
    const names = Object.keys(one);
    return (
      names.length === Object.keys(other).length &&
      names.every((name) => Object.hasOwn(other, name) && isSame(one[name], other[name]))
    );
  }
  return Object.is(one, other);
}

/** `'fr.title' -> { locale: 'fr', name: 'title' }` */
function splitKey(key: string): Pick<FieldChange, 'locale' | 'name'> {
  const [first = '', ...rest] = key.split('.');
  return isLocale(first) && rest.length > 0
    ? { locale: first, name: rest.join('.') }
    : { locale: undefined, name: key };
}

/** The fields that only a save changes: the server has its own. */
const keptBySaves = new Set(['updated', 'provenance']);

/** Compares an entry's form with its file. */
export function compareVersions(type: ContentTypeName, { base, file, form }: EntryVersions): EntryMerge {
  const flatBase = flattenFields(type, base ?? {});
  const flatFile = flattenFields(type, file);
  const flatForm = flattenFields(type, form);
  const keys = new Set([...flatForm.keys(), ...flatFile.keys(), ...flatBase.keys()]);
  const changes = [...keys]
    .map((key): FieldChange => ({
      key,
      ...splitKey(key),
      base: flatBase.get(key),
      file: flatFile.get(key),
      form: flatForm.get(key),
    }))
    .filter(({ key, file, form }) => !keptBySaves.has(key) && !isSame(file, form));
  const isOnlyFile = (change: FieldChange) => base !== undefined && isSame(change.base, change.form);
  const isOnlyForm = (change: FieldChange) => base !== undefined && isSame(change.base, change.file);
  return {
    conflicts: changes.filter((change) => !isOnlyFile(change) && !isOnlyForm(change)),
    fromFile: changes.filter(isOnlyFile),
    fromForm: changes.filter(isOnlyForm),
  };
}

export type MergeSide = 'file' | 'form';

/**
 * Returns the fields to save: those of the form, changes in the file only, and the chosen side of each conflict. Throws
 * if a conflict has no choice.
 */
export function mergeVersions(
  type: ContentTypeName,
  form: RawFields,
  { conflicts, fromFile }: EntryMerge,
  choices: ReadonlyMap<string, MergeSide>,
): RawFields {
  const flat = new Map(flattenFields(type, form));
  const chosen = conflicts.filter(({ key }) => {
    const side = choices.get(key);
    if (side === undefined) throw new TypeError(`There is no choice for ${key}.`);
    return side === 'file';
  });
  for (const { key, file } of [...fromFile, ...chosen]) flat.set(key, file);
  const parts = [...flat]
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ({ ...splitKey(key), value }));
  const selectFields = (wanted: Locale | undefined) =>
    parts.filter(({ locale }) => locale === wanted).map(({ name, value }) => [name, value] as const);
  return Object.fromEntries([
    ...locales.map((locale) => [locale, Object.fromEntries(selectFields(locale))] as const),
    ...selectFields(undefined),
  ]);
}
