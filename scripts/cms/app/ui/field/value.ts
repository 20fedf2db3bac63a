/** Stored values as the controls read and write them. */
import { isRecord } from '@/model/json';

export type RowValues = Readonly<Record<string, unknown>>;

/** True for nothing: what a field holds that was never filled in. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isRecord(value) && Object.values(value).every(isEmpty);
}

/** A value in a few words, for what no control can show. */
export function quote(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Replaces a field of a group; an empty one is taken out. */
export function withPart(row: RowValues, name: string, value: unknown): RowValues {
  if (!isEmpty(value)) return { ...row, [name]: value };
  return Object.fromEntries(Object.entries(row).filter(([key]) => key !== name));
}

/** Moves an item of a list by one place; the list itself where it stands at that end. */
export function moveItem<T>(items: readonly T[], index: number, by: -1 | 1): readonly T[] {
  const target = index + by;
  if (target < 0 || target >= items.length) return items;
  return items.toSpliced(index, 1).toSpliced(target, 0, items[index] as T);
}

/** The number that a text says, with a point or a comma; undefined if it says none. */
export function readNumber(text: string): number | undefined {
  const trimmed = text.trim();
  return /^-?\d+(?:[.,]\d+)?$/.test(trimmed) ? Number(trimmed.replace(',', '.')) : undefined;
}
