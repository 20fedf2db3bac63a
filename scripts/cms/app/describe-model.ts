/** Derives from the model what the app shows of it: controls, names of fields and choices, limits. */
import { z } from 'zod';
import { editorTranslator, type EditorTranslate } from '@/i18n/editor';
import type { Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translate';
import { fieldMeta, unwrap } from '@/model/fields/fields';
import { fieldWords } from '@/model/fields/field-words';
import { boundsOf } from '@/model/fields/limits';
import { contentTypeNames, type ContentTypeName } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { listStoredFields, type StoredField } from '@/sources/contentful/stored-fields';
import type { FieldControl, FieldDescription, Input, ModelDescription, Part, Range } from './description';
import { Vocabularies } from './vocabularies';

type Schema = z.core.$ZodType;

/** The shared input of the parts of the description. */
interface Describing {
  readonly t: EditorTranslate;
  readonly vocabularies: Vocabularies;
}

const isChoice = (schema: Schema) => fieldMeta(schema).widget === 'choice';

/** The bounds of a schema; JSON has no word for infinity. */
function rangeOf(schema: Schema): Range {
  const { least, most } = boundsOf(schema);
  return { least, most: Math.min(most, Number.MAX_SAFE_INTEGER) };
}

function describeChoices(
  list: z.ZodArray,
  { vocabularies }: Describing,
): Extract<Input, { kind: 'choices' }> {
  return { kind: 'choices', vocabulary: vocabularies.add(unwrap(list.element)), ...rangeOf(list) };
}

/** How a list of choices or texts is asked for. */
function describeList(
  list: z.ZodArray,
  describing: Describing,
): Extract<Input, { kind: 'choices' | 'texts' }> {
  const element = unwrap(list.element);
  if (isChoice(element)) return describeChoices(list, describing);
  return { kind: 'texts', longest: rangeOf(element).most, ...rangeOf(list) };
}

/** How a single value is asked for. */
function describeInput(schema: Schema, describing: Describing): Input {
  const inner = unwrap(schema);
  const { widget, holds } = fieldMeta(inner);
  const { least, most } = rangeOf(inner);
  switch (widget) {
    case 'number': {
      const isWhole = inner instanceof z.ZodNumber && inner.format?.includes('int') === true;
      return { kind: 'number', isWhole, least, most };
    }
    case 'flag':
    case 'date':
      return { kind: widget };
    case 'choice':
      return { kind: 'choice', vocabulary: describing.vocabularies.add(inner) };
    case 'lines':
    case 'markdown':
      return { kind: 'lines', most };
    case 'list':
      return describeList(inner as z.ZodArray, describing);
    default:
      if (holds === 'time-zone')
        return { kind: 'choice', vocabulary: describing.vocabularies.addTimeZones(), search: true };
      if (holds === 'web-address') return { kind: 'address', most };
      return { kind: inner instanceof z.ZodEmail ? 'email' : 'text', most };
  }
}

function describeParts(group: z.ZodObject, path: string, describing: Describing): Part[] {
  return Object.entries<Schema>(group.shape).map(([name, schema]): Part => {
    const fallback: unknown = schema instanceof z.ZodDefault ? schema.def.defaultValue : undefined;
    return {
      name,
      ...fieldWords(describing.t, `${path}.${name}`, schema),
      isRequired: unwrap(schema) === schema,
      ...(typeof fallback === 'string' || typeof fallback === 'number' ? { default: fallback } : {}),
      input: describeInput(schema, describing),
    };
  });
}

/** The app's control for a field; undefined where Contentful's own needs neither JSON nor an id. */
function describeControl(
  { schema }: StoredField,
  path: string,
  describing: Describing,
): FieldControl | undefined {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject) return { kind: 'group', parts: describeParts(inner, path, describing) };
  if (inner instanceof z.ZodArray) {
    const element = unwrap(inner.element);
    if (fieldMeta(element).widget === 'reference') return undefined;
    if (!(element instanceof z.ZodObject)) return describeList(inner, describing);
    const { label } = fieldWords(describing.t, path, element);
    return { kind: 'rows', item: label, parts: describeParts(element, path, describing), ...rangeOf(inner) };
  }
  const isChosen = isChoice(inner) || fieldMeta(inner).holds === 'time-zone';
  return isChosen ? (describeInput(inner, describing) as Extract<Input, { kind: 'choice' }>) : undefined;
}

/** The name of a field; of a part of a group, with the group's. */
function nameField(
  type: ContentTypeName,
  { id, schema, place, meta }: StoredField,
  t: EditorTranslate,
): string {
  const { localized, shared } = contentTypes[type];
  if (place.kind !== 'part')
    return place.kind === 'field' ? fieldWords(t, `${type}.${id}`, schema).label : t.any(meta.label);
  const { group, part } = place;
  const shape: Readonly<Record<string, Schema | undefined>> = { ...localized.shape, ...shared.shape };
  const whole = shape[group];
  const own = fieldWords(t, `${type}.${group}.${part}`, schema).label;
  const lower = own.charAt(0).toLowerCase() + own.slice(1);
  return whole
    ? t('{group}: {part}', { group: fieldWords(t, `${type}.${group}`, whole).label, part: lower })
    : own;
}

/** The help of a field; of a checked list of flags, that of each. */
function describeHelp(
  type: ContentTypeName,
  { place, schema }: StoredField,
  path: string,
  t: EditorTranslate,
): string {
  if (place.kind !== 'flags') return fieldWords(t, path, schema).help;
  const shape: Readonly<Record<string, Schema | undefined>> = contentTypes[type].shared.shape;
  return place.names
    .flatMap((name) => (shape[name] ? [fieldWords(t, `${type}.${name}`, shape[name])] : []))
    .map(({ label, help }) => t('{group}: {part}', { group: label, part: help }))
    .join(' ');
}

function describeField(type: ContentTypeName, field: StoredField, describing: Describing): FieldDescription {
  const { id, place, required, schema } = field;
  const path = place.kind === 'part' ? `${type}.${place.group}.${place.part}` : `${type}.${id}`;
  const control =
    place.kind === 'flags' && unwrap(schema) instanceof z.ZodArray
      ? {
          kind: 'choices' as const,
          vocabulary: describing.vocabularies.addFlags(type, place.names, describing.t),
          ...rangeOf(unwrap(schema)),
        }
      : describeControl(field, path, describing);
  return {
    id,
    label: nameField(type, field, describing.t),
    help: control ? describeHelp(type, field, path, describing.t) : '',
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
    names: byType((type) => t.any(contentTypes[type].label)),
    types: byType((type) =>
      listStoredFields(type)
        .filter(({ meta }) => meta.widget !== 'internal')
        .map((field) => describeField(type, field, describing)),
    ),
    vocabularies: describing.vocabularies.all(),
  };
}
