/** Derives from the model which control a field has, and what that must know. */
import { z } from 'zod';
import type { EditorTranslate } from '@/i18n/editor';
import { fieldMeta, unwrap } from '@/model/fields/fields';
import { fieldWords } from '@/model/fields/field-words';
import { boundsOf } from '@/model/fields/limits';
import type { GroupControl, Input, Part } from './description';
import type { Vocabularies } from './vocabularies';

export type Schema = z.core.$ZodType;

/** The shared input of the parts of the description. */
export interface Describing {
  readonly t: EditorTranslate;
  readonly vocabularies: Vocabularies;
}

/** The upper bound of a schema; JSON has no word for infinity. */
export const mostOf = (schema: Schema): number => Math.min(boundsOf(schema).most, Number.MAX_SAFE_INTEGER);

/** How a list of choices or texts is asked for. */
function describeList(list: z.ZodArray, { vocabularies }: Describing): Input {
  const element = unwrap(list.element);
  return fieldMeta(element).widget === 'choice'
    ? { kind: 'choices', vocabulary: vocabularies.add(element), most: mostOf(list) }
    : { kind: 'texts', longest: mostOf(element), most: mostOf(list) };
}

/** How a single value is asked for. */
export function describeInput(schema: Schema, describing: Describing): Input {
  const inner = unwrap(schema);
  const { widget, holds } = fieldMeta(inner);
  const most = mostOf(inner);
  switch (widget) {
    case 'number':
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

/** The properties that fields and parts of groups share. */
export function describeCommon(name: string, schema: Schema, { t }: Describing): Omit<Part, 'control'> {
  const fallback: unknown = schema instanceof z.ZodDefault ? schema.def.defaultValue : undefined;
  return {
    name,
    ...fieldWords(t, schema),
    isRequired: unwrap(schema) === schema,
    ...(typeof fallback === 'string' || typeof fallback === 'number' ? { default: fallback } : {}),
  };
}

const describeParts = (group: z.ZodObject, describing: Describing): Part[] =>
  Object.entries<Schema>(group.shape).map(([name, schema]) => ({
    ...describeCommon(name, schema, describing),
    control: describeInput(schema, describing),
  }));

/** How a group or rows of groups are asked for; undefined for any other field. */
export function describeGroup(schema: Schema, describing: Describing): GroupControl | undefined {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject) return { kind: 'group', parts: describeParts(inner, describing) };
  const element = inner instanceof z.ZodArray ? unwrap(inner.element) : undefined;
  if (!(inner instanceof z.ZodArray) || !(element instanceof z.ZodObject)) return undefined;
  const { label } = fieldWords(describing.t, element);
  return { kind: 'rows', item: label, parts: describeParts(element, describing), most: mostOf(inner) };
}
