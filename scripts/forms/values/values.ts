/** The values of a form by their place: `['en', 'title']`, `['skills', 0, 'level']`. */
import { isRecord } from '@/model/json';
import type { RawFields } from '@/model/types/entry';

/** Names of fields and positions in lists, from the outermost. */
export type Path = readonly (string | number)[];

/** `['skills', 0, 'level'] -> 'skills.0.level'`, as findings name their fields. */
export const nameOf = (path: Path) => path.join('.');

/** The id of a control in the page. */
export const idOf = (path: Path) => `field-${path.join('-')}`;

export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** The value as text in an input. */
export const textOf = (value: unknown): string =>
  isEmpty(value)
    ? ''
    : typeof value === 'string'
      ? value
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value);

export const valueAt = (fields: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    fields,
  );

function setIn(holder: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const inner = setIn(valueAt(holder, [key]), rest, value);
  if (typeof key === 'number') {
    const items: readonly unknown[] = Array.isArray(holder) ? holder : [];
    // A row stays while nothing is in it.
    return items.with(key, isEmpty(inner) ? '' : inner);
  }
  const fields: RawFields = isRecord(holder) ? holder : {};
  if (!isEmpty(inner)) return { ...fields, [key]: inner };
  const kept = Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key));
  return Object.keys(kept).length > 0 ? kept : undefined;
}

/** Returns the fields with another value at a place. What is empty then is left out, as are groups with nothing in them. */
export const withValue = (fields: RawFields, path: Path, value: unknown): RawFields =>
  (setIn(fields, path, value) as RawFields | undefined) ?? {};

/** Moves an item of a list by a number of places. */
export function moveItem<T>(items: readonly T[], index: number, by: number): readonly T[] {
  const item = items[index];
  return item === undefined ? items : items.toSpliced(index, 1).toSpliced(index + by, 0, item);
}

/** Reads a number as people write it: `'2,5' -> 2.5`; undefined for what is none. */
export function readNumber(text: string): number | undefined {
  const trimmed = text.trim().replace(',', '.');
  return /^-?\d+(?:\.\d+)?$/.test(trimmed) ? Number(trimmed) : undefined;
}
