/** The limits of a field's schema, for editors' tools and documents. */
import { z } from 'zod';
import { fieldMeta } from './fields';
import { countries, regions } from '../vocabularies/countries';

/** From the least to the most. */
interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** The least and the most that a schema's checks allow, whatever it counts: characters, items or the number itself. */
export function boundsOf(schema: z.core.$ZodType): Bounds {
  const checks = (schema._zod.def as z.core.$ZodTypeDef).checks ?? [];
  return checks.reduce<Bounds>(
    (bounds, { _zod: { def } }) => {
      if (def.check === 'min_length') return { ...bounds, least: numberAt(def, 'minimum') };
      if (def.check === 'max_length') return { ...bounds, most: numberAt(def, 'maximum') };
      if (def.check === 'greater_than') return { ...bounds, least: numberAt(def, 'value') };
      if (def.check === 'less_than') return { ...bounds, most: numberAt(def, 'value') };
      return bounds;
    },
    { least: 0, most: Infinity },
  );
}

function numberAt(def: object, key: string): number {
  const value: unknown = Reflect.get(def, key);
  if (typeof value === 'number') return value;
  throw new TypeError(
    `A check of the schema has no number “${key}”: adapt src/model/fields/limits.ts to this version of Zod.`,
  );
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
