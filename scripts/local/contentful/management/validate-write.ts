/** Validates changes as Contentful does, as far as it matters for entries of the model. */
import type { ContentTypeDefinition, FieldDefinition } from '@/sources/contentful/model/content-types';
import type { WireFields } from '@/sources/contentful/wire';
import type { ManagedSpace } from './managed-space';

/** A fault of a value, in the shape of the API's error details. */
export interface WriteFault {
  readonly name: string;
  readonly path: readonly string[];
}

const maximumFields = 50;

/** Returns the faults of a content type. */
export function checkContentType({ displayField, fields }: ContentTypeDefinition): WriteFault[] {
  const ids = fields.map(({ id }) => id);
  return [
    ...(fields.length > maximumFields ? [{ name: 'size', path: ['fields'] }] : []),
    ...(new Set(ids).size < ids.length ? [{ name: 'uniqueFieldIds', path: ['fields'] }] : []),
    ...(ids.includes(displayField) ? [] : [{ name: 'unknown', path: ['displayField'] }]),
    ...fields.flatMap(({ id, type, items, linkType }, index) =>
      /^[a-zA-Z][a-zA-Z0-9_]{0,63}$/.test(id) &&
      (type !== 'Array' || items !== undefined) &&
      (type !== 'Link' || linkType !== undefined)
        ? []
        : [{ name: 'invalid', path: ['fields', String(index)] }],
    ),
  ];
}

function fitsType({ type }: Pick<FieldDefinition, 'type'>, value: unknown): boolean {
  switch (type) {
    case 'Symbol':
      return typeof value === 'string' && value.length <= 256;
    case 'Text':
    case 'Date':
      return typeof value === 'string';
    case 'Integer':
      return Number.isInteger(value);
    case 'Number':
      return typeof value === 'number';
    case 'Boolean':
      return typeof value === 'boolean';
    case 'Array':
      return Array.isArray(value);
    default:
      return typeof value === 'object';
  }
}

/** Returns the faults of a draft: fields and locales that the space doesn't have, and values of a wrong type. */
export function checkDraft(
  fields: WireFields,
  type: ContentTypeDefinition,
  space: ManagedSpace,
): WriteFault[] {
  const codes = new Set(space.locales.map(({ code }) => code));
  return Object.entries(fields).flatMap(([id, values]) => {
    const field = type.fields.find((one) => one.id === id);
    if (!field) return [{ name: 'unknown', path: ['fields', id] }];
    return Object.entries(values).flatMap(([code, value]) => {
      if (!codes.has(code)) return [{ name: 'unknown', path: ['fields', id, code] }];
      return value === null || fitsType(field, value) ? [] : [{ name: 'type', path: ['fields', id, code] }];
    });
  });
}

function breaksValidation(field: FieldDefinition, value: unknown): boolean {
  return field.validations.some((rule) => {
    if ('size' in rule && (typeof value === 'string' || Array.isArray(value))) {
      return value.length > (rule.size.max ?? Infinity) || value.length < (rule.size.min ?? 0);
    }
    if ('range' in rule && typeof value === 'number') {
      return value > (rule.range.max ?? Infinity) || value < (rule.range.min ?? -Infinity);
    }
    if ('in' in rule && typeof value === 'string') return !rule.in.includes(value);
    if ('regexp' in rule && typeof value === 'string') return !new RegExp(rule.regexp.pattern).test(value);
    return false;
  });
}

/** Returns the faults that prevent publishing: required fields without a value, and values that break a validation. */
export function checkPublishable(
  fields: WireFields,
  type: ContentTypeDefinition,
  space: ManagedSpace,
): WriteFault[] {
  const standard = space.locales.find((locale) => locale.default)?.code ?? '';
  return type.fields.flatMap((field) => {
    const values = Object.entries(fields[field.id] ?? {}).filter(([, value]) => value !== null);
    const missing = field.required && !values.some(([code]) => code === standard);
    return [
      ...(missing ? [{ name: 'required', path: ['fields', field.id, standard] }] : []),
      ...values.flatMap(([code, value]) =>
        breaksValidation(field, value) ? [{ name: 'invalid', path: ['fields', field.id, code] }] : [],
      ),
    ];
  });
}
