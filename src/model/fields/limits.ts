/** The limits of a field's schema, for editors' tools and documents. */
import { z } from 'zod';
import { fieldMeta } from './fields';
import { countries, regions } from '../vocabularies/countries';

/** From the least to the most. */
interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** Where Zod's checks have their limits. */
const limits: Readonly<Record<string, readonly [side: keyof Bounds, key: string]>> = {
  min_length: ['least', 'minimum'],
  max_length: ['most', 'maximum'],
  greater_than: ['least', 'value'],
  less_than: ['most', 'value'],
};

/** The least and the most that a schema's checks allow, whatever it counts: characters, items or the number itself. */
export function boundsOf(schema: z.core.$ZodType): Bounds {
  const bounds = { least: 0, most: Infinity };
  for (const { _zod } of (schema._zod.def as z.core.$ZodTypeDef).checks ?? []) {
    const [side, key] = limits[_zod.def.check] ?? [];
    if (side && key) bounds[side] = Number(Reflect.get(_zod.def, key));
  }
  return bounds;
}

/** The ids of a choice whose schema lists them, in its order. */
export function fixedIdsOf(schema: z.core.$ZodType): readonly string[] | undefined {
  return schema instanceof z.ZodEnum ? schema.options.map(String) : undefined;
}

/** Every id that a choice takes, those of countries and regions too; undefined for what is no choice. */
export function idsOf(schema: z.core.$ZodType): readonly string[] | undefined {
  const { widget, labels } = fieldMeta(schema);
  if (widget !== 'choice') return undefined;
  return fixedIdsOf(schema) ?? (labels === 'region' ? regions : countries);
}
