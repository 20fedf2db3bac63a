/** Compares what the files and the space have of an entry or picture. Pure. */
import { isDeepStrictEqual } from 'node:util';
import { prune } from '@/model/fields/prune';
import type { WireFields } from '@/sources/contentful/wire';

/**
 * Lists values by locale code and field: `fr.title`. White space at either end is no difference: the model trims texts,
 * and files end long ones with a line break. Different kinds of empty values are no difference either.
 */
function listValues(fields: WireFields): Map<string, unknown> {
  return new Map(
    Object.entries(fields).flatMap(([id, values]) =>
      Object.entries(values).flatMap(([code, raw]): [string, unknown][] => {
        const value = prune(typeof raw === 'string' ? raw.trim() : raw);
        return value === undefined ? [] : [[`${code}.${id}`, value]];
      }),
    ),
  );
}

/** Lists the values that differ: `fr.title`. */
export function listDifferences(a: WireFields, b: WireFields): string[] {
  const [left, right] = [listValues(a), listValues(b)];
  return [...new Set([...left.keys(), ...right.keys()])].filter(
    (field) => !isDeepStrictEqual(left.get(field), right.get(field)),
  );
}

export const hasSameContent = (a: WireFields, b: WireFields) => listDifferences(a, b).length === 0;
