/** Converts the model's limits to Contentful's validations, so that editors see a mistake while typing. */
import { fieldMeta, unwrap } from '@/model/fields/fields';
import { boundsOf, idsOf } from '@/model/fields/limits';
import { listTimeZones } from '@/model/vocabularies/time-zones';
import { z } from 'zod';

/** A validation in the shape of the Management API. */
export type Validation = { readonly message?: string } & (
  | { readonly size: { readonly min?: number; readonly max?: number } }
  | { readonly range: { readonly min?: number; readonly max?: number } }
  | { readonly regexp: { readonly pattern: string; readonly flags: null } }
  | { readonly in: readonly string[] }
  | { readonly linkContentType: readonly string[] }
  | { readonly linkMimetypeGroup: readonly string[] }
);

/** Returns the bounds of a value without those that allow everything. */
function findLimits(schema: z.core.$ZodType): { readonly min?: number; readonly max?: number } | undefined {
  const { least, most } = boundsOf(schema);
  const bounds = { ...(least > 0 && { min: least }), ...(most < Infinity && { max: most }) };
  return Object.keys(bounds).length > 0 ? bounds : undefined;
}

function buildSize(schema: z.core.$ZodType): Validation[] {
  const bounds = findLimits(schema);
  return bounds ? [{ size: bounds }] : [];
}

function buildPattern(source: string, message: string): Validation {
  return { regexp: { pattern: source, flags: null }, message };
}

function buildTextValidations(schema: z.core.$ZodType): Validation[] {
  if (fieldMeta(schema).holds === 'time-zone') return [{ in: listTimeZones() }];
  const { max } = findLimits(schema) ?? {};
  const longest: Validation[] = max === undefined ? [] : [{ size: { max } }];
  if (schema instanceof z.ZodURL) {
    return [...longest, buildPattern('^https?://\\S+$', 'It must begin with http:// or https://.')];
  }
  if (schema instanceof z.ZodEmail) {
    return [...longest, buildPattern('^\\S+@\\S+\\.\\S+$', 'It must be an e-mail address.')];
  }
  return longest;
}

/** Builds the validations of a value. Contentful can't validate the parts of what it stores as JSON. */
export function buildValidations(schema: z.core.$ZodType): Validation[] {
  const inner = unwrap(schema);
  const { widget, to } = fieldMeta(inner);
  switch (widget) {
    case 'text':
    case 'lines':
    case 'markdown':
      return buildTextValidations(inner);
    case 'slug':
      return [
        ...buildTextValidations(inner),
        buildPattern('^[a-z0-9]+(?:-[a-z0-9]+)*$', 'Small letters a–z and digits, joined by hyphens.'),
      ];
    case 'number': {
      const { least, most } = boundsOf(inner);
      return [{ range: { min: least, max: most } }];
    }
    case 'choice':
      return [{ in: idsOf(inner) ?? [] }];
    case 'reference':
      return to === undefined ? [] : [{ linkContentType: [to] }];
    case 'media':
      return [{ linkMimetypeGroup: ['image'] }];
    case 'list':
      return buildSize(inner);
    case 'flag':
    case 'date':
    case 'group':
    case 'internal':
      return [];
  }
}
