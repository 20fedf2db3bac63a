/** Validates changes as Contentful does, as far as it matters for entries of the model. */
import type { ContentTypeDefinition, FieldDefinition } from '@/sources/contentful/model/content-types';
import type { Validation } from '@/sources/contentful/model/content-types';
import { isRecord, readNested } from '@/model/json';
import type { WireFields } from '@/sources/contentful/wire';
import type { ManagedSpace } from './managed-space';

/** A fault of a value, in the shape of the API's error details. */
export interface WriteFault {
  readonly name: string;
  readonly path: readonly (string | number)[];
  readonly details?: string;
  readonly value?: unknown;
  readonly [limit: string]: unknown;
}

function fitsType({ type }: Pick<FieldDefinition, 'type'>, value: unknown): boolean {
  switch (type) {
    case 'Symbol':
      return typeof value === 'string' && value.length <= 256;
    case 'Text':
      return typeof value === 'string';
    case 'Date':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value));
    case 'Integer':
      return Number.isInteger(value);
    case 'Number':
      return typeof value === 'number';
    case 'Boolean':
      return typeof value === 'boolean';
    case 'Array':
      return Array.isArray(value);
    default:
      return isRecord(value) || (type === 'Object' && Array.isArray(value));
  }
}

/** Returns the faults of a draft: fields and locales that the space doesn't have, and values of a wrong type. */
export function checkDraft(
  fields: WireFields,
  type: ContentTypeDefinition,
  space: ManagedSpace,
): WriteFault[] {
  const codes = new Set(space.locales.map(({ code }) => code));
  return Object.entries(fields).flatMap(([id, values]): WriteFault[] => {
    const field = type.fields.find((one) => one.id === id);
    if (!field)
      return [{ name: 'unknown', path: ['fields', id], details: `No field with id "${id}" found.` }];
    return Object.entries(values).flatMap(([code, value]): WriteFault[] => {
      const path = ['fields', id, code];
      if (!codes.has(code))
        return [{ name: 'unknown', path, details: `No locale with code "${code}" found.` }];
      if (value === null || fitsType(field, value)) return [];
      const details = `The type of "value" is incorrect, expected type: ${field.type}`;
      return [{ name: 'type', value, type: field.type, details, path }];
    });
  });
}

interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** Returns the fault of a number, or of a number of characters or items, outside its bounds. */
function checkBounds(name: 'size' | 'range', counted: number, { min, max }: Bounds): Partial<WriteFault>[] {
  const what = name === 'size' ? 'Size' : 'Value';
  if (max !== undefined && counted > max) return [{ name, max, details: `${what} must be at most ${max}` }];
  if (min !== undefined && counted < min) return [{ name, min, details: `${what} must be at least ${min}` }];
  return [];
}

function checkRule(rule: Validation, value: unknown): Partial<WriteFault>[] {
  if ('size' in rule)
    return typeof value === 'string' || Array.isArray(value)
      ? checkBounds('size', value.length, rule.size)
      : [];
  if ('range' in rule) return typeof value === 'number' ? checkBounds('range', value, rule.range) : [];
  if ('in' in rule) {
    const isKnown = typeof value !== 'string' || rule.in.includes(value);
    const details = 'Value must be one of expected values';
    return isKnown ? [] : [{ name: 'in', details, expected: [...rule.in].toSorted() }];
  }
  if ('regexp' in rule) {
    const { pattern } = rule.regexp;
    const fits = typeof value !== 'string' || new RegExp(pattern).test(value);
    return fits ? [] : [{ name: 'regexp', details: `Does not match /${pattern}/` }];
  }
  return [];
}

const checkRules = (rules: readonly Validation[], value: unknown, path: WriteFault['path']): WriteFault[] =>
  rules.flatMap((rule) =>
    checkRule(rule, value).map((fault) => ({ ...fault, name: fault.name ?? '', value, path })),
  );

function checkValue(field: FieldDefinition, value: unknown, path: WriteFault['path']): WriteFault[] {
  const items = Array.isArray(value) ? value : [];
  return [
    ...checkRules(field.validations, value, path),
    ...items.flatMap((item, index) => checkRules(field.items?.validations ?? [], item, [...path, index])),
  ];
}

const hasValue = (value: unknown) => value !== null && value !== undefined && value !== '';

/** Returns the faults that prevent publishing: required fields without a value, and values that break a validation. */
export function checkPublishable(
  fields: WireFields,
  type: ContentTypeDefinition,
  space: ManagedSpace,
): WriteFault[] {
  const standard = space.locales.find((locale) => locale.default)?.code ?? '';
  return type.fields.flatMap((field) => {
    const { id } = field;
    const values = Object.entries(fields[id] ?? {}).filter(([, value]) => hasValue(value));
    const missing = field.required && !values.some(([code]) => code === standard);
    const details = `The property "${id}" is required here`;
    return [
      ...(missing ? [{ name: 'required', path: ['fields', id, standard], details }] : []),
      ...values.flatMap(([code, value]) => checkValue(field, value, ['fields', id, code])),
    ];
  });
}

/** Returns the links of an entry to entries and assets that the space doesn't have. Drafts are targets too. */
export function checkLinkTargets(fields: WireFields, space: ManagedSpace): WriteFault[] {
  const checkLink = (value: unknown, path: WriteFault['path']): WriteFault[] => {
    if (readNested(value, 'sys', 'type') !== 'Link') return [];
    const [linkType, id] = [readNested(value, 'sys', 'linkType'), String(readNested(value, 'sys', 'id'))];
    const targets: { has(id: string): boolean } = linkType === 'Asset' ? space.assets : space.entries;
    return targets.has(id) ? [] : [{ name: 'notResolvable', link: { type: 'Link', linkType, id }, path }];
  };
  return Object.entries(fields).flatMap(([field, values]) =>
    Object.entries(values).flatMap(([code, value]) => {
      const path = ['fields', field, code];
      return Array.isArray(value)
        ? value.flatMap((item, index) => checkLink(item, [...path, index]))
        : checkLink(value, path);
    }),
  );
}
