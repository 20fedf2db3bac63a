/** The fields of the model that columns of a sheet can hold. */
import { isLocale, locales, type Locale } from '@/i18n/locales';
import { editorTranslator } from '@/i18n/editor';
import { fieldWords } from '@/model/fields/field-words';
import { fieldMeta, unwrap, type FieldMeta } from '@/model/fields/fields';
import { typeFields } from '@/model/fields/type-fields';
import { contentTypes } from '@/model/types/types';
import { z } from 'zod';
import { columnKey } from './column-key';
import { askedWords, usualColumnNames } from './column-names';
import { importTypes, type ImportType } from './import-types';
import { foldWords } from './values/fold-words';

/** A field of a type, or a part of a group. */
export interface ImportField {
  /** Without a language: `title`, `closes.date`; `id` for the entry's own. */
  readonly path: string;
  readonly localized: boolean;
  readonly schema: z.core.$ZodType;
  readonly meta: FieldMeta;
  /** True for a part of each item of a list (`languages.level`). It can have a default, but no column. */
  readonly isItemPart: boolean;
}

/** The field and the language that a column holds. */
export interface ImportTarget {
  readonly field: ImportField;
  /** Undefined for shared fields, and if the text is in the row's own language. */
  readonly locale?: Locale;
  /** The place among the columns that a mapping puts together to one field. */
  readonly order?: number;
}

function listFieldWithParts(path: string, schema: z.core.$ZodType, localized: boolean): ImportField[] {
  const inner = unwrap(schema);
  const isList = inner instanceof z.ZodArray;
  const group = isList ? unwrap(inner.element) : inner;
  const own = { path, localized, schema, meta: fieldMeta(schema), isItemPart: false };
  if (!(group instanceof z.ZodObject)) return [own];
  const parts = Object.entries<z.core.$ZodType>(group.shape).map(([key, part]): ImportField => ({
    path: `${path}.${key}`,
    localized,
    schema: part,
    meta: fieldMeta(part),
    isItemPart: isList,
  }));
  return [own, ...parts];
}

function indexFields(type: ImportType): ReadonlyMap<string, ImportField> {
  const all = typeFields(contentTypes[type]).flatMap(({ name, schema, isLocalized }) =>
    listFieldWithParts(name, schema, isLocalized),
  );
  return new Map(all.map((field) => [field.path, field]));
}

const fields = {
  opportunity: indexFields('opportunity'),
  organization: indexFields('organization'),
} satisfies Record<ImportType, ReadonlyMap<string, ImportField>>;

/** Returns every field of a type by its path. */
export function getImportFields(type: ImportType): ReadonlyMap<string, ImportField> {
  return fields[type];
}

/** Finds the target that a path names: `fr.title` or `closes.date`. */
export function findTargetByPath(type: ImportType, path: string): ImportTarget | undefined {
  const [first = '', ...rest] = path.split('.');
  const locale = isLocale(first) ? first : undefined;
  const field = fields[type].get(locale === undefined ? path : rest.join('.'));
  if (!field || (locale !== undefined && !field.localized)) return undefined;
  return locale === undefined ? { field } : { field, locale };
}

/**
 * Indexes the names that a column may have, with a language before or after them: a field's own, which are its path and its label
 * in any language, or with them those that people use.
 */
function indexColumnNames(type: ImportType, isOwn: boolean): ReadonlyMap<string, ImportTarget> {
  const names = new Map<string, ImportTarget>();
  const add = (name: string, target: ImportTarget) => {
    if (!names.has(foldWords(name))) names.set(foldWords(name), target);
  };
  const columns = [...fields[type].values()].filter(({ isItemPart }) => !isItemPart);
  const addSpelling = (name: string, field: ImportField) => {
    add(name, { field });
    if (!field.localized) return;
    for (const locale of locales) {
      add(`${locale}.${name}`, { field, locale });
      add(`${name} ${locale}`, { field, locale });
    }
  };
  // A part's label is unclear without its group: “Last day”, “Kind”.
  const labelled = columns.filter(({ path }) => !path.includes('.'));
  // The first counts, since some names are another field's path or label.
  for (const field of columns) addSpelling(field.path, field);
  for (const field of labelled) addSpelling(field.meta.label, field);
  for (const t of locales.map(editorTranslator))
    for (const field of labelled) addSpelling(fieldWords(t, field.schema).label, field);
  if (isOwn) return names;
  for (const field of columns)
    for (const name of usualColumnNames[type][field.path] ?? []) addSpelling(name, field);
  return names;
}

const ownNames = {
  opportunity: indexColumnNames('opportunity', true),
  organization: indexColumnNames('organization', true),
};

const names = {
  opportunity: indexColumnNames('opportunity', false),
  organization: indexColumnNames('organization', false),
};

/** The same by what the names say. The first counts. */
const indexKeys = (names: ReadonlyMap<string, ImportTarget>): ReadonlyMap<string, ImportTarget> => {
  const keys = new Map<string, ImportTarget>();
  for (const [name, target] of names) if (!keys.has(columnKey(name))) keys.set(columnKey(name), target);
  keys.delete('');
  // The end of the work, unless it says of what.
  keys.delete('date fin');
  return keys;
};

const keys = { opportunity: indexKeys(names.opportunity), organization: indexKeys(names.organization) };

/** True if a column of that name holds a field of some type. */
export const isFieldName = (column: string): boolean =>
  importTypes.some((type) => (findTargetByName(type, column) ?? findTargetByKey(type, column)) !== undefined);

/** Finds the target of a column that is called by a field's path or label. */
export function findTargetByOwnName(type: ImportType, column: string): ImportTarget | undefined {
  return ownNames[type].get(foldWords(column));
}

/** Finds the target of a column by its name alone: `Title`, `title (fr)`, `closes.date`, `Works in`. */
export function findTargetByName(type: ImportType, column: string): ImportTarget | undefined {
  return names[type].get(foldWords(column));
}

/** Finds the target of a column whose name says the same as one of a field: `Full description`, `Min hrs/wk`. */
export function findTargetByKey(type: ImportType, column: string): ImportTarget | undefined {
  const key = columnKey(column);
  const words = key.split(' ');
  // Whatever else it says: `Nombre d’heures par semaine`.
  const telling = ['hours min week', 'hours max week', 'hours week', 'country'].find((one) =>
    one.split(' ').every((word) => words.includes(word)),
  );
  const found = keys[type].get(key) ?? (telling === undefined ? undefined : keys[type].get(telling));
  if (found) return found;
  // What stands in brackets explains it: `Titre (FR / EN)`, `Deadline (dd/mm/yyyy)`.
  const bare = column.replace(/\s*[([][^)\]]*[)\]]/gu, '');
  return bare === column ? undefined : (findTargetByName(type, bare) ?? findTargetByKey(type, bare));
}

/** Finds the target of a column that is called by a question: `What is the title of the role?` */
export function findTargetByQuestion(type: ImportType, column: string): ImportTarget | undefined {
  const words = foldWords(column);
  if (type !== 'opportunity' || words.split(' ').length < 3) return undefined;
  const [path] = askedWords.find(([, pattern]) => pattern.test(words)) ?? [];
  return path === undefined ? undefined : findTargetByPath(type, path);
}
