import { z } from 'zod';
import { locales } from '@/i18n/locales';
import type { ContentType } from './define';

/** The schema of a whole valid entry of a type, as it is stored between validation and rendering. */
export function entrySchema<Name extends string, L extends z.ZodObject, S extends z.ZodObject>(
  type: ContentType<Name, L, S>,
) {
  return z.object({
    id: z.string(),
    type: z.literal(type.name),
    locales: z.partialRecord(z.enum(locales), type.localized.partial()),
    shared: type.shared,
    origin: z.object({ label: z.string(), editUrl: z.string().optional() }),
  });
}
