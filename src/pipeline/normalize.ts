import type { RawEntry, RawFields } from '@/model/entry';

/**
 * What a source may leave behind for "nothing": null, an empty text or list, a group of nothing. The model has one
 * word for it, absence, so that a cleared field and one that was never filled are the same.
 */
function prune(value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') {
    const text = value.normalize('NFC').replaceAll('\r\n', '\n');
    return text.trim() === '' ? undefined : text;
  }
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

function pruneFields(fields: RawFields): RawFields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]): [string, unknown][] => {
      const pruned = prune(value);
      return pruned === undefined ? [] : [[key, pruned]];
    }),
  );
}

/** The entry with one way of saying nothing (absence), one Unicode form (NFC) and one line end (LF). */
export function normalize(entry: RawEntry): RawEntry {
  const locales = Object.fromEntries(
    Object.entries(entry.locales)
      .map(([locale, fields]) => [locale, pruneFields(fields)] as const)
      .filter(([, fields]) => Object.keys(fields).length > 0),
  );
  return { ...entry, locales, shared: pruneFields(entry.shared) };
}
