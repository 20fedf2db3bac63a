/** Validates entries as Contentful does. */
import { isRecord, readLink } from '../json.ts';
import {
  findDefaultCode,
  type ContentType,
  type Field,
  type Fields,
  type Space,
  type Validation,
} from '../space.ts';
import type { WriteFault } from './answers.ts';

function fitsType({ type }: Field, value: unknown): boolean {
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
export function checkDraft(fields: Fields, type: ContentType, space: Space): WriteFault[] {
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

type Broken = Validation & { readonly name: string };

/** Returns the fault of a number, or of a number of characters or items, outside its bounds. */
function checkBounds(name: 'size' | 'range', counted: number, { min, max }: Bounds): Broken[] {
  const what = name === 'size' ? 'Size' : 'Value';
  if (max !== undefined && counted > max) return [{ name, max, details: `${what} must be at most ${max}` }];
  if (min !== undefined && counted < min) return [{ name, min, details: `${what} must be at least ${min}` }];
  return [];
}

interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

function checkRule(rule: Validation, value: unknown): Broken[] {
  const {
    size,
    range,
    in: expected,
    regexp,
  } = rule as {
    readonly size?: Bounds;
    readonly range?: Bounds;
    readonly in?: readonly string[];
    readonly regexp?: { readonly pattern: string; readonly flags?: string | null };
  };
  if (size && (typeof value === 'string' || Array.isArray(value)))
    return checkBounds('size', value.length, size);
  if (range && typeof value === 'number') return checkBounds('range', value, range);
  if (typeof value !== 'string') return [];
  if (expected && !expected.includes(value))
    return [{ name: 'in', details: 'Value must be one of expected values', expected: expected.toSorted() }];
  if (regexp && !new RegExp(regexp.pattern, regexp.flags ?? '').test(value))
    return [{ name: 'regexp', details: `Does not match /${regexp.pattern}/` }];
  return [];
}

const checkRules = (
  rules: readonly Validation[] = [],
  value: unknown,
  path: WriteFault['path'],
): WriteFault[] =>
  rules.flatMap((rule) => checkRule(rule, value).map((fault) => ({ ...fault, value, path })));

function checkValue(field: Field, value: unknown, path: WriteFault['path']): WriteFault[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return [
    ...checkRules(field.validations, value, path),
    ...items.flatMap((item, index) => checkRules(field.items?.validations, item, [...path, index])),
  ];
}

const hasValue = (value: unknown) => value !== null && value !== undefined && value !== '';

/** Returns the faults that prevent publishing: required fields without a value, and values that break a validation. */
export function checkPublishable(fields: Fields, type: ContentType, space: Space): WriteFault[] {
  const standard = findDefaultCode(space);
  return type.fields.flatMap((field) => {
    const { id } = field;
    const values = Object.entries(fields[id] ?? {}).filter(([, value]) => hasValue(value));
    const isMissing = field.required === true && !values.some(([code]) => code === standard);
    const details = `The property "${id}" is required here`;
    return [
      ...(isMissing ? [{ name: 'required', path: ['fields', id, standard], details }] : []),
      ...values.flatMap(([code, value]) => checkValue(field, value, ['fields', id, code])),
    ];
  });
}

/** Returns the links of an entry to entries and assets that the space doesn't have. Drafts are targets too. */
export function checkLinkTargets(fields: Fields, space: Space): WriteFault[] {
  const checkLink = (value: unknown, path: WriteFault['path']): WriteFault[] => {
    const link = readLink(value);
    if (!link) return [];
    const targets = link.linkType === 'Asset' ? space.assets : space.entries;
    return targets.has(link.id) ? [] : [{ name: 'notResolvable', link: { type: 'Link', ...link }, path }];
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
