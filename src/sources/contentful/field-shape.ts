/** The types of Contentful's fields, and the one that fits a field of the model. */
import { fieldMeta, unwrap } from '@/model/fields/fields';
import { boundsOf } from '@/model/fields/limits';
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

/** A field's type in Contentful. Lists of groups are JSON objects. */
export type FieldShape =
  | { readonly type: 'Symbol' | 'Text' | 'Integer' | 'Number' | 'Boolean' | 'Date' | 'Object' }
  | LinkShape
  | { readonly type: 'Array'; readonly items: { readonly type: 'Symbol' } | LinkShape };

/** The most characters of Contentful's short text (`Symbol`). */
const symbolLength = 256;

export function findShape(schema: z.core.$ZodType): FieldShape {
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
    case 'text': {
      // One without a limit has a control of its own, which chooses: a time zone.
      const { most } = boundsOf(inner);
      return { type: most < Infinity && most > symbolLength ? 'Text' : 'Symbol' };
    }
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
