/** The model's limits as Contentful's validations, so that an editor hears of a fault while typing. */
import { fieldMeta, unwrap } from '@/model/fields/fields';
import { boundsOf, idsOf } from '@/model/fields/limits';
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

/** The bounds that say something: a least of nothing says nothing. */
function limits(schema: z.core.$ZodType): { readonly min?: number; readonly max?: number } | undefined {
  const { least, most } = boundsOf(schema);
  const bounds = { ...(least > 0 && { min: least }), ...(most < Infinity && { max: most }) };
  return Object.keys(bounds).length > 0 ? bounds : undefined;
}

function size(schema: z.core.$ZodType): Validation[] {
  const bounds = limits(schema);
  return bounds ? [{ size: bounds }] : [];
}

function pattern(source: string, message: string): Validation {
  return { regexp: { pattern: source, flags: null }, message };
}

function textValidations(schema: z.core.$ZodType): Validation[] {
  const { max } = limits(schema) ?? {};
  const longest: Validation[] = max === undefined ? [] : [{ size: { max } }];
  if (schema instanceof z.ZodURL) {
    return [...longest, pattern('^https?://\\S+$', 'It must begin with http:// or https://.')];
  }
  if (schema instanceof z.ZodEmail) {
    return [...longest, pattern('^\\S+@\\S+\\.\\S+$', 'It must be an e-mail address.')];
  }
  return longest;
}

/** What Contentful can check of a value by itself. Parts of groups, which are JSON there, it can't. */
export function validationsOf(schema: z.core.$ZodType): Validation[] {
  const inner = unwrap(schema);
  const { widget, to } = fieldMeta(inner);
  switch (widget) {
    case 'text':
    case 'lines':
    case 'markdown':
      return textValidations(inner);
    case 'slug':
      return [
        ...textValidations(inner),
        pattern('^[a-z0-9]+(?:-[a-z0-9]+)*$', 'Small letters a–z and digits, joined by hyphens.'),
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
      return size(inner);
    case 'flag':
    case 'date':
    case 'group':
      return [];
  }
}
