/** What the columns of a sheet can be, from the model. */
import { isLocale, locales, type Locale } from '@/i18n/locales';
import { fieldMeta, unwrap, type FieldMeta } from '@/model/fields/fields';
import { typeFields } from '@/model/fields/type-fields';
import { contentTypes } from '@/model/types/types';
import { z } from 'zod';
import { fold } from './values/fold';

/** The types that people send in sheets and forms. */
export const importTypes = ['opportunity', 'organization'] as const;

export type ImportType = (typeof importTypes)[number];

export function isImportType(value: unknown): value is ImportType {
  return importTypes.some((type) => type === value);
}

/** A field of a type, or a part of a group. */
export interface ImportField {
  /** Without a language: `title`, `closes.date`; `id` for the entry's own. */
  readonly path: string;
  readonly localized: boolean;
  readonly schema: z.core.$ZodType;
  readonly meta: FieldMeta;
  /** A part of each item of a list (`languages.level`): it can have a default, and no column. */
  readonly ofItems: boolean;
}

/** What a column is for. */
export interface ImportTarget {
  readonly field: ImportField;
  /** None for shared fields, and where the language is the row's own. */
  readonly locale?: Locale;
}

function fieldsBelow(path: string, schema: z.core.$ZodType, localized: boolean): ImportField[] {
  const inner = unwrap(schema);
  const isList = inner instanceof z.ZodArray;
  const group = isList ? unwrap(inner.element) : inner;
  const own = { path, localized, schema, meta: fieldMeta(schema), ofItems: false };
  if (!(group instanceof z.ZodObject)) return [own];
  const parts = Object.entries<z.core.$ZodType>(group.shape).map(([key, part]): ImportField => ({
    path: `${path}.${key}`,
    localized,
    schema: part,
    meta: fieldMeta(part),
    ofItems: isList,
  }));
  return [own, ...parts];
}

function fieldsOfType(type: ImportType): ReadonlyMap<string, ImportField> {
  const all = typeFields(contentTypes[type]).flatMap(({ name, schema, isLocalized }) =>
    fieldsBelow(name, schema, isLocalized),
  );
  return new Map(all.map((field) => [field.path, field]));
}

const fields = {
  opportunity: fieldsOfType('opportunity'),
  organization: fieldsOfType('organization'),
} satisfies Record<ImportType, ReadonlyMap<string, ImportField>>;

/** Every field of a type by its path. */
export function importFields(type: ImportType): ReadonlyMap<string, ImportField> {
  return fields[type];
}

/** The target that a path names, `fr.title` or `closes.date`; undefined where there is none. */
export function targetAt(type: ImportType, path: string): ImportTarget | undefined {
  const [first = '', ...rest] = path.split('.');
  const locale = isLocale(first) ? first : undefined;
  const field = fields[type].get(locale === undefined ? path : rest.join('.'));
  if (!field || (locale !== undefined && !field.localized)) return undefined;
  return locale === undefined ? { field } : { field, locale };
}

/** How a column may be called: by the path or the label of a field, with its language before or behind it. */
function namesOf(type: ImportType): ReadonlyMap<string, ImportTarget> {
  const names = new Map<string, ImportTarget>();
  const add = (name: string, target: ImportTarget) => {
    if (!names.has(fold(name))) names.set(fold(name), target);
  };
  const columns = [...fields[type].values()].filter(({ ofItems }) => !ofItems);
  const ways = (field: ImportField): readonly string[] =>
    // What a part is called says nothing without its group: “Last day”, “Kind”.
    field.path.includes('.') ? [field.path] : [field.path, field.meta.label];
  // Paths go before labels, of which some are another field's path.
  for (const place of [0, 1]) {
    for (const field of columns) {
      const name = ways(field)[place];
      if (name === undefined) continue;
      add(name, { field });
      if (!field.localized) continue;
      for (const locale of locales) {
        add(`${locale}.${name}`, { field, locale });
        add(`${name} ${locale}`, { field, locale });
      }
    }
  }
  return names;
}

const names = { opportunity: namesOf('opportunity'), organization: namesOf('organization') };

/** What a column is for by its name alone: `Title`, `title (fr)`, `closes.date`, `Works in`. */
export function targetNamed(type: ImportType, column: string): ImportTarget | undefined {
  return names[type].get(fold(column));
}
