/** Merges an entry's form with its file if both changed. It compares fields, not their YAML. */
import { isDeepStrictEqual } from 'node:util';
import { isLocale, type Locale } from '@/i18n/locales';
import { isRecord } from '@/model/json';
import type { ContentTypeName, RawFields } from '@/model/types/entry';
import { formatEntryYaml } from '@/sources/files/format-yaml';
import { parseFields } from './entry-problems';

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

export type EntryMerge = ReturnType<typeof compareVersions>;

interface EntryVersions {
  /** The fields with which the form was filled. If undefined, every difference is a conflict. */
  readonly base: RawFields | undefined;
  readonly file: RawFields;
  readonly form: RawFields;
}

type FlatFields = ReadonlyMap<string, unknown>;

/** Returns each field by its key, as it would be written: empty fields and formatting make no difference. */
function flattenFields(type: ContentTypeName, fields: RawFields): FlatFields {
  const written = parseFields(formatEntryYaml(type, fields)) ?? {};
  return new Map(
    Object.entries(written).flatMap(([name, value]): [string, unknown][] =>
      isLocale(name) && isRecord(value)
        ? Object.entries(value).map(([field, text]) => [`${name}.${field}`, text])
        : [[name, value]],
    ),
  );
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
export function compareVersions(type: ContentTypeName, { base, file, form }: EntryVersions) {
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
    .filter(({ key, file, form }) => !keptBySaves.has(key) && !isDeepStrictEqual(file, form));
  const isOnlyIn = (side: MergeSide, change: FieldChange) =>
    base !== undefined && isDeepStrictEqual(change.base, change[side === 'file' ? 'form' : 'file']);
  return {
    /** Changed differently in the file and in the form. */
    conflicts: changes.filter((change) => !isOnlyIn('file', change) && !isOnlyIn('form', change)),
    /** Changed in the file only. */
    fromFile: changes.filter((change) => isOnlyIn('file', change)),
  };
}

export type MergeSide = 'file' | 'form';
