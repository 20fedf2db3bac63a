import type { RawFields } from '../types/entry';

/**
 * Removes everything from a value that sources leave behind for "nothing": null, an empty text or list, a group of
 * nothing. The model has one word for it, absence, so that a cleared field and one that was never filled are the same.
 */
export function prune(value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (Array.isArray(value)) {
    const items = value.map(prune).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (typeof value === 'object') {
    const fields = pruneFields(value as RawFields);
    return Object.keys(fields).length > 0 ? fields : undefined;
  }
  return value;
}

/** The fields that hold something. */
export function pruneFields(fields: RawFields): RawFields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]): [string, unknown][] => {
      const pruned = prune(value);
      return pruned === undefined ? [] : [[key, pruned]];
    }),
  );
}
