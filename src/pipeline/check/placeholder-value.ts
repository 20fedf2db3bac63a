/** Placeholder values, with which an unfinished entry can be shown. */
import { editorTranslator } from '@/i18n/editor';
import type { Locale } from '@/i18n/locales';
import { fieldMetaOf, unwrap } from '@/model/fields/fields';
import { fieldWords } from '@/model/fields/field-words';
import { boundsOf, idsOf } from '@/model/fields/limits';
import { z } from 'zod';

/** The placeholder of a text, with the field's label: `⟨Title⟩`. */
export const placeholderText = (label: string) => `⟨${label}⟩`;

/** The id in a link without a target. */
export const missingId = 'missing';

/** The input of placeholders besides the model. */
export interface PlaceholderOptions {
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** The language of the fields' labels. */
  readonly locale: Locale;
}

/** Returns the smallest value that the schema accepts. */
function placeholderValue(schema: z.core.$ZodType, options: PlaceholderOptions): unknown {
  const inner = unwrap(schema);
  const { least } = boundsOf(inner);
  switch (fieldMetaOf(inner)?.widget) {
    case 'number':
      return Math.max(least, 1);
    case 'flag':
      return false;
    case 'date':
      return options.today;
    case 'choice':
      return idsOf(inner)?.[0];
    case 'reference':
      return missingId;
    case 'list':
      return Array.from({ length: least }, () => placeholderValue((inner as z.ZodArray).element, options));
    case 'group':
      return placeholderGroup(inner as z.ZodObject, options);
    default:
      return inner instanceof z.ZodURL
        ? 'https://example.org/'
        : inner instanceof z.ZodEmail
          ? 'missing@example.org'
          : placeholderText(fieldWords(editorTranslator(options.locale), inner).label);
  }
}

function placeholderGroup({ shape }: z.ZodObject, options: PlaceholderOptions): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries<z.core.$ZodType>(shape)
      .filter(([, child]) => unwrap(child) === child)
      .map(([name, child]) => [name, placeholderValue(child, options)]),
  );
}

/**
 * Returns the closest value that the schema accepts: a text that is too long is cut, anything else is replaced by a
 * placeholder. Undefined if the field is optional.
 */
export function repairValue(schema: z.core.$ZodType, value: unknown, options: PlaceholderOptions): unknown {
  const inner = unwrap(schema);
  const { most } = boundsOf(inner);
  const accepts = (candidate: unknown) => (inner as z.ZodType).safeParse(candidate).success;
  const cut =
    typeof value === 'string' ? value.slice(0, most) : Array.isArray(value) ? value.slice(0, most) : value;
  if (cut !== undefined && accepts(cut)) return cut;
  if (unwrap(schema) !== schema) return undefined;
  const placeholder = placeholderValue(schema, options);
  // The placeholder of a text isn't a valid time zone.
  return accepts(placeholder) ? placeholder : 'UTC';
}
