/** Values that stand for what is missing, so that an unfinished entry can be shown at all. */
import { fieldMeta, fieldMetaOf, unwrap } from '@/model/fields/fields';
import { boundsOf, idsOf } from '@/model/fields/limits';
import { z } from 'zod';

/** What stands in place of a text that isn’t written yet: `⟨Title⟩`. Editors read the field’s own label. */
export const gap = (label: string) => `⟨${label}⟩`;

/** Where a link has nothing to lead to. */
export const missingId = 'missing';

/** The least value that the schema takes; `today` (`YYYY-MM-DD`) for a day. */
export function standInValue(schema: z.core.$ZodType, today: string): unknown {
  const inner = unwrap(schema);
  const { least } = boundsOf(inner);
  switch (fieldMetaOf(inner)?.widget) {
    case 'number':
      return Math.max(least, 1);
    case 'flag':
      return false;
    case 'date':
      return today;
    case 'choice':
      return idsOf(inner)?.[0];
    case 'reference':
      return missingId;
    case 'list':
      return Array.from({ length: least }, () => standInValue((inner as z.ZodArray).element, today));
    case 'group':
      return standInGroup(inner as z.ZodObject, today);
    default:
      return inner instanceof z.ZodURL
        ? 'https://example.org/'
        : inner instanceof z.ZodEmail
          ? 'missing@example.org'
          : gap(fieldMeta(inner).label);
  }
}

function standInGroup({ shape }: z.ZodObject, today: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries<z.core.$ZodType>(shape)
      .filter(([, child]) => unwrap(child) === child)
      .map(([name, child]) => [name, standInValue(child, today)]),
  );
}

/**
 * The nearest that the schema takes to a value that it refuses: a text that is too long is cut, anything else gives way
 * to a stand-in. Undefined where the schema can do without.
 */
export function mendedValue(schema: z.core.$ZodType, value: unknown, today: string): unknown {
  const inner = unwrap(schema);
  const { most } = boundsOf(inner);
  const takes = (candidate: unknown) => (inner as z.ZodType).safeParse(candidate).success;
  const cut =
    typeof value === 'string' ? value.slice(0, most) : Array.isArray(value) ? value.slice(0, most) : value;
  if (cut !== undefined && takes(cut)) return cut;
  if (unwrap(schema) !== schema) return undefined;
  const standIn = standInValue(schema, today);
  // A time zone is a text, and a gap is none.
  return takes(standIn) ? standIn : 'UTC';
}
