/** Derives from the model what the app shows of it: controls, names of fields and choices, limits. */
import { z } from 'zod';
import { editorTranslator, type EditorTranslate } from '@/i18n/editor';
import type { Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translate';
import { fieldMeta, unwrap } from '@/model/fields/fields';
import { fieldWords, typeWords } from '@/model/fields/field-words';
import { contentTypeNames, type ContentTypeName } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { listStoredFields, type StoredField } from '@/sources/contentful/stored-fields';
import {
  describeGroup,
  describeInput,
  rangeOf,
  type Describing,
  type Schema,
} from '@scripts/forms/describe/describe-control';
import type { Input } from '@scripts/forms/describe/description';
import { Vocabularies } from '@scripts/forms/describe/vocabularies';
import type { FieldControl, FieldDescription, ModelDescription } from './description';

/** The name of a field; of a part of a group, with the group's. */
function nameField(type: ContentTypeName, { schema, place, meta }: StoredField, t: EditorTranslate): string {
  const { localized, shared } = contentTypes[type];
  if (place.kind !== 'part') return place.kind === 'field' ? fieldWords(t, schema).label : t.any(meta.label);
  const { group } = place;
  const shape: Readonly<Record<string, Schema | undefined>> = { ...localized.shape, ...shared.shape };
  const whole = shape[group];
  const own = fieldWords(t, schema).label;
  const lower = own.charAt(0).toLowerCase() + own.slice(1);
  return whole ? t('{group}: {part}', { group: fieldWords(t, whole).label, part: lower }) : own;
}

/** The help of a field; of a checked list of flags, that of each. */
function describeHelp(type: ContentTypeName, { place, schema }: StoredField, t: EditorTranslate): string {
  if (place.kind !== 'flags') return fieldWords(t, schema).help;
  const shape: Readonly<Record<string, Schema | undefined>> = contentTypes[type].shared.shape;
  return place.names
    .flatMap((name) => (shape[name] ? [fieldWords(t, shape[name])] : []))
    .map(({ label, help }) => t('{group}: {part}', { group: label, part: help }))
    .join(' ');
}

/** The app's control for a field; undefined where Contentful's own needs neither JSON nor an id. */
function describeControl({ schema }: StoredField, describing: Describing): FieldControl | undefined {
  const inner = unwrap(schema);
  const group = describeGroup(inner, describing);
  if (group) return group;
  const { widget, holds } = fieldMeta(inner instanceof z.ZodArray ? inner.element : inner);
  const isNeeded =
    inner instanceof z.ZodArray ? widget !== 'reference' : widget === 'choice' || holds === 'time-zone';
  return isNeeded
    ? (describeInput(inner, describing) as Extract<Input, { kind: 'choice' | 'choices' | 'texts' }>)
    : undefined;
}

function describeField(type: ContentTypeName, field: StoredField, describing: Describing): FieldDescription {
  const { id, place, required, schema } = field;
  const control =
    place.kind === 'flags' && unwrap(schema) instanceof z.ZodArray
      ? {
          kind: 'choices' as const,
          vocabulary: describing.vocabularies.addFlags(type, place.names, describing.t),
          ...rangeOf(unwrap(schema)),
        }
      : describeControl(field, describing);
  return {
    id,
    label: nameField(type, field, describing.t),
    help: control ? describeHelp(type, field, describing.t) : '',
    isRequired: required,
    ...(control && { control }),
  };
}

/** The model in the words of a language. */
export function describeModel(locale: Locale): ModelDescription {
  const t = editorTranslator(locale);
  const describing = { t, vocabularies: new Vocabularies(translator(locale)) };
  const byType = <T>(describe: (type: ContentTypeName) => T) =>
    Object.fromEntries(contentTypeNames.map((type) => [type, describe(type)])) as Record<ContentTypeName, T>;
  return {
    names: byType((type) => typeWords(t, type).label),
    types: byType((type) =>
      listStoredFields(type)
        .filter(({ meta }) => meta.widget !== 'internal')
        .map((field) => describeField(type, field, describing)),
    ),
    vocabularies: describing.vocabularies.all(),
  };
}
