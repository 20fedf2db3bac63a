/** Merges an entry's form with its file where both changed since the form was filled. Compares fields, never their YAML. */
import { isLocale, locales, type Locale } from '@/i18n/locales';
import type { ContentTypeName, RawFields } from '@/model/types/entry';
import { fieldsOfText, writeFields } from '../format';

/** A field that isn't the same everywhere. A value is undefined where the field is empty. */
export interface FieldChange {
  /** `title`, or with its language before it `fr.title`. */
  readonly key: string;
  readonly name: string;
  readonly locale: Locale | undefined;
  /** What the form was filled with. */
  readonly base: unknown;
  readonly file: unknown;
  readonly form: unknown;
}

export interface Merge {
  /** Different in the file and in the form, and not only because one of them changed. */
  readonly conflicts: readonly FieldChange[];
  /** Changed in the file only. */
  readonly fromFile: readonly FieldChange[];
  /** Changed in the form only. */
  readonly fromForm: readonly FieldChange[];
}

export interface EntryVersions {
  /** What the form was filled with; undefined where that isn't known, and every difference is a conflict then. */
  readonly base: RawFields | undefined;
  readonly file: RawFields;
  readonly form: RawFields;
}

type FlatFields = ReadonlyMap<string, unknown>;

const isGroup = (value: unknown): value is RawFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Each field by its key. What the writer would leave out or write in another way is no difference. */
function flatten(type: ContentTypeName, fields: RawFields): FlatFields {
  const written = fieldsOfText(writeFields(type, fields)) ?? {};
  return new Map(
    Object.entries(written).flatMap(([name, value]): [string, unknown][] =>
      isLocale(name) && isGroup(value)
        ? Object.entries(value).map(([field, text]) => [`${name}.${field}`, text])
        : [[name, value]],
    ),
  );
}

/** Whether two values are the same, whatever the order of a group's fields. */
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
function keyParts(key: string): Pick<FieldChange, 'locale' | 'name'> {
  const [first = '', ...rest] = key.split('.');
  return isLocale(first) && rest.length > 0
    ? { locale: first, name: rest.join('.') }
    : { locale: undefined, name: key };
}

/** How an entry's form and its file differ. */
export function compareVersions(type: ContentTypeName, { base, file, form }: EntryVersions): Merge {
  const flatBase = flatten(type, base ?? {});
  const flatFile = flatten(type, file);
  const flatForm = flatten(type, form);
  const keys = new Set([...flatForm.keys(), ...flatFile.keys(), ...flatBase.keys()]);
  const changes = [...keys]
    .map((key): FieldChange => ({
      key,
      ...keyParts(key),
      base: flatBase.get(key),
      file: flatFile.get(key),
      form: flatForm.get(key),
    }))
    .filter((change) => !isSame(change.file, change.form));
  const isOnlyFile = (change: FieldChange) => base !== undefined && isSame(change.base, change.form);
  const isOnlyForm = (change: FieldChange) => base !== undefined && isSame(change.base, change.file);
  return {
    conflicts: changes.filter((change) => !isOnlyFile(change) && !isOnlyForm(change)),
    fromFile: changes.filter(isOnlyFile),
    fromForm: changes.filter(isOnlyForm),
  };
}

export type Side = 'file' | 'form';

/**
 * The fields to save: those of the form, with what changed in the file only, and for each conflict the side that was
 * chosen. Throws where a conflict has no choice.
 */
export function mergeVersions(
  type: ContentTypeName,
  form: RawFields,
  { conflicts, fromFile }: Merge,
  choices: ReadonlyMap<string, Side>,
): RawFields {
  const flat = new Map(flatten(type, form));
  const chosen = conflicts.filter(({ key }) => {
    const side = choices.get(key);
    if (side === undefined) throw new TypeError(`There is no choice for ${key}.`);
    return side === 'file';
  });
  for (const { key, file } of [...fromFile, ...chosen]) flat.set(key, file);
  const parts = [...flat]
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ({ ...keyParts(key), value }));
  const fieldsIn = (wanted: Locale | undefined) =>
    parts.filter(({ locale }) => locale === wanted).map(({ name, value }) => [name, value] as const);
  return Object.fromEntries([
    ...locales.map((locale) => [locale, Object.fromEntries(fieldsIn(locale))] as const),
    ...fieldsIn(undefined),
  ]);
}
