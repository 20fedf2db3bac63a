/** Derives from the model how Contentful stores each field. */
import type { ContentTypeName } from '@/model/types/entry';
import { fieldMeta, unwrap, type FieldMeta } from '@/model/fields/fields';
import { typeFields, type TypeField } from '@/model/fields/type-fields';
import { contentTypes } from '@/model/types/types';
import { z } from 'zod';

/** The kind of a link's target, in Contentful's words. */
export type LinkType = 'Entry' | 'Asset';

/** A link, as a field or as an item of a list. */
interface LinkShape {
  readonly type: 'Link';
  readonly linkType: LinkType;
  /** The content type of a linked entry. */
  readonly to?: string;
}

/** A field's type in Contentful. Groups, and lists of them, are JSON objects. */
export type FieldShape =
  | { readonly type: 'Symbol' | 'Text' | 'Integer' | 'Number' | 'Boolean' | 'Date' | 'Object' }
  | LinkShape
  | { readonly type: 'Array'; readonly items: { readonly type: 'Symbol' } | LinkShape };

/** A field of a content type, as Contentful stores it. */
export interface StoredField {
  readonly id: string;
  readonly meta: FieldMeta;
  readonly localized: boolean;
  /**
   * True if the field has no default and must have a value. A localized field is required in the entry's original
   * language only. Contentful can't express that, so such a field isn't marked as required there.
   */
  readonly required: boolean;
  readonly shape: FieldShape;
  readonly schema: z.core.$ZodType;
}

/** The most characters of Contentful's short text (`Symbol`). */
const symbolLength = 256;

function maxLength(schema: z.core.$ZodType): number {
  const length: unknown = Reflect.get(schema, 'maxLength');
  return typeof length === 'number' ? length : 0;
}

function findShape(schema: z.core.$ZodType): FieldShape {
  const inner = unwrap(schema);
  const meta = fieldMeta(inner);
  switch (meta.widget) {
    case 'reference':
      return { type: 'Link', linkType: 'Entry', ...(meta.to === undefined ? {} : { to: meta.to }) };
    case 'media':
      return { type: 'Link', linkType: 'Asset' };
    case 'number':
      return { type: inner instanceof z.ZodNumber && inner.format?.includes('int') ? 'Integer' : 'Number' };
    case 'flag':
      return { type: 'Boolean' };
    case 'date':
      return { type: 'Date' };
    case 'text':
      return { type: maxLength(inner) > symbolLength ? 'Text' : 'Symbol' };
    case 'slug':
    case 'choice':
      return { type: 'Symbol' };
    case 'lines':
    case 'markdown':
      return { type: 'Text' };
    case 'group':
    case 'internal':
      return { type: 'Object' };
    case 'list': {
      const items = inner instanceof z.ZodArray ? findShape(inner.element) : undefined;
      return items?.type === 'Link' || items?.type === 'Symbol'
        ? { type: 'Array', items: items as { type: 'Symbol' } | LinkShape }
        : { type: 'Object' };
    }
  }
}

function toStoredField({ name, meta, isLocalized, schema }: TypeField): StoredField {
  return {
    id: name,
    meta,
    localized: isLocalized,
    required: unwrap(schema) === schema,
    shape: findShape(schema),
    schema,
  };
}

const fieldsByType = new Map<ContentTypeName, readonly StoredField[]>(
  Object.values(contentTypes).map((type) => [type.name, typeFields(type).map(toStoredField)]),
);

/** Returns the fields of a type in the model's order, localized ones first. */
export function listStoredFields(type: ContentTypeName): readonly StoredField[] {
  return fieldsByType.get(type) ?? [];
}
