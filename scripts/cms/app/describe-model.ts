/** Describes the fields that the app shows, for the controls of the form kit. */
import { editorTranslator, type EditorTranslate } from '@/i18n/editor';
import type { Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translate';
import { unwrap } from '@/model/fields/fields';
import { fieldWords, typeWords } from '@/model/fields/field-words';
import { contentTypeNames, type ContentTypeName } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { isForApp } from '@/sources/contentful/model/editor-interfaces';
import { listStoredFields, type StoredField } from '@/sources/contentful/stored-fields';
import { mostOf, type Describing, type Schema } from '@scripts/forms/describe/describe-control';
import { describeField } from '@scripts/forms/describe/describe-forms';
import type { EntryField, FieldsDescription, TypeFields } from '@scripts/forms/describe/description';
import { Vocabularies } from '@scripts/forms/describe/vocabularies';

const shapeOf = (type: ContentTypeName): Readonly<Record<string, Schema | undefined>> => ({
  ...contentTypes[type].localized.shape,
  ...contentTypes[type].shared.shape,
});

/** The name of a part of a group, with the group's. */
function namePart(t: EditorTranslate, whole: Schema | undefined, label: string): string {
  if (!whole) return label;
  const part = label.charAt(0).toLowerCase() + label.slice(1);
  return t('{group}: {part}', { group: fieldWords(t, whole).label, part });
}

/** Several flags, which are stored as one list of their names. */
function describeFlags(
  type: ContentTypeName,
  names: readonly string[],
  { id, meta, schema }: StoredField,
  { t, vocabularies }: Describing,
): EntryField {
  const shape = shapeOf(type);
  const flags = names.map((name) => ({ name, ...fieldWords(t, shape[name] ?? schema) }));
  const helps = flags.map(({ label, help }) => t('{group}: {part}', { group: label, part: help }));
  const terms = flags.map(({ name, label }) => [name, label] as const);
  const vocabulary = vocabularies.addTerms(`${type}-flags`, terms);
  return {
    name: id,
    label: t.any(meta.label),
    help: helps.join(' '),
    isLocalized: false,
    isRequired: false,
    isEssential: false,
    tab: meta.tab ?? 'what',
    control: { kind: 'choices', vocabulary, most: mostOf(unwrap(schema)) },
  };
}

/** A field as Contentful stores it. */
function describeStored(type: ContentTypeName, field: StoredField, describing: Describing): EntryField {
  const { id, place, schema, localized, meta, required } = field;
  if (place.kind === 'flags') return describeFlags(type, place.names, field, describing);
  const own = describeField({ name: id, schema, isLocalized: localized, meta }, describing);
  const label =
    place.kind === 'part' ? namePart(describing.t, shapeOf(type)[place.group], own.label) : own.label;
  return { ...own, label, isRequired: required };
}

/** The fields that the app shows in the words of a language. */
export function describeModel(locale: Locale): FieldsDescription {
  const t = editorTranslator(locale);
  const describing = { t, vocabularies: new Vocabularies(translator(locale)) };
  const types = contentTypeNames.map((type): [ContentTypeName, TypeFields] => {
    const fields = listStoredFields(type).filter((field) => !field.isHidden && isForApp(field));
    return [
      type,
      {
        label: typeWords(t, type).label,
        fields: fields.map((field) => describeStored(type, field, describing)),
      },
    ];
  });
  return {
    types: Object.fromEntries(types) as FieldsDescription['types'],
    vocabularies: describing.vocabularies.all(),
  };
}
