/** The searched fields of an entry, in the reader's words (build side, pure). */
import type { Translate } from '@/i18n/translate';
import type { ContentType } from '@/model/fields/define';
import { fieldTexts, readerLabel } from '@/model/fields/field-text';
import { fieldsUsedIn, orderedBy, type TypeField } from '@/model/fields/type-fields';
import { fieldValue, type EntryFields } from '@/site/localized-entry';

/**
 * By which words fields are found, by their names: their own, or others. The order is that of the words; searched fields
 * that aren't here follow with their own words.
 */
export type SearchedWords<View> = Readonly<Record<string, 'own' | ((view: View) => readonly string[])>>;

/** Titles and summaries have a place of their own in the index. */
const headFields = new Set(['name', 'title', 'summary']);

/** The searched fields of a type below title and summary. */
export function searchedFields(type: ContentType): TypeField[] {
  return fieldsUsedIn(type, 'searched').filter(({ name }) => !headFields.has(name));
}

/** A field's own words: what readers see of it. */
export function ownWords(type: ContentType, field: TypeField, view: EntryFields, t: Translate): string[] {
  const value = fieldValue(view, field);
  if (value === undefined) return [];
  // Only a flag is told by its name.
  const label =
    typeof value === 'boolean'
      ? readerLabel(t, type.name, { path: field.name, label: field.meta.label })
      : '';
  return fieldTexts(t, field.schema, value, label);
}

/** The words of these fields of an entry. */
export function wordsOf<View extends EntryFields>(
  type: ContentType,
  fields: readonly TypeField[],
  view: View,
  t: Translate,
  words: SearchedWords<View> = {},
): string[] {
  const byName = new Map(fields.map((field) => [field.name, field]));
  return orderedBy([...byName.keys()], Object.keys(words)).flatMap((name) => {
    const field = byName.get(name);
    const special = words[name];
    if (typeof special === 'function') return special(view);
    return field ? ownWords(type, field, view, t) : [];
  });
}
