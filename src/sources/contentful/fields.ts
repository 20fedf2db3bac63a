/** How the fields of the model are stored in Contentful: derived from the model, read by everything that speaks to it. */
import type { ContentTypeName } from '@/model/types/entry';
import { fieldMeta, unwrap, type FieldMeta } from '@/model/fields/fields';
import { typeFields, type TypeField } from '@/model/fields/type-fields';
import { contentTypes } from '@/model/types/types';
import { z } from 'zod';

/** A link's target, as Contentful calls it. */
export type LinkType = 'Entry' | 'Asset';

/** What an item of a list, or a field by itself, is in Contentful. */
interface LinkShape {
  readonly type: 'Link';
  readonly linkType: LinkType;
  /** The content type that an entry link leads to. */
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
   * True where no value and no default would be an error. A localized field is required in the entry's original
   * language only, which Contentful can't express: it must not be marked required there.
   */
  readonly required: boolean;
  readonly shape: FieldShape;
  readonly schema: z.core.$ZodType;
}

/** Longest value of Contentful's short text (`Symbol`), in characters. */
const symbolLength = 256;

function maxLength(schema: z.core.$ZodType): number {
  const length: unknown = Reflect.get(schema, 'maxLength');
  return typeof length === 'number' ? length : 0;
}

function shapeOf(schema: z.core.$ZodType): FieldShape {
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
      return { type: 'Object' };
    case 'list': {
      const items = inner instanceof z.ZodArray ? shapeOf(inner.element) : undefined;
      return items?.type === 'Link' || items?.type === 'Symbol'
        ? { type: 'Array', items: items as { type: 'Symbol' } | LinkShape }
        : { type: 'Object' };
    }
  }
}

function storedField({ name, meta, isLocalized, schema }: TypeField): StoredField {
  return {
    id: name,
    meta,
    localized: isLocalized,
    required: unwrap(schema) === schema,
    shape: shapeOf(schema),
    schema,
  };
}

const stored = new Map<ContentTypeName, readonly StoredField[]>(
  Object.values(contentTypes).map((type) => [type.name, typeFields(type).map(storedField)]),
);

/** The fields of a type in the model's order, localized ones first. */
export function storedFields(type: ContentTypeName): readonly StoredField[] {
  return stored.get(type) ?? [];
}
