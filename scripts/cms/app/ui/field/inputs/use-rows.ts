/** The rows of a list of groups: those that are stored, and new ones in which nothing stands yet. */
import { useRef, useState } from 'react';
import type { Part } from '@scripts/forms/describe/description';
import type { FieldControl } from '../../../description';
import { isEmpty, type RowValues } from '../value';

/** A row with a key of its own, by which its fields keep the focus when it moves. */
interface KeyedRow {
  readonly key: number;
  readonly row: unknown;
  /** True for one that isn't stored until something stands in it. */
  readonly isNew: boolean;
}

/** The values that a new row begins with. */
const newRow = (parts: readonly Part[]) =>
  Object.fromEntries(
    parts.flatMap((part) => (part.default === undefined ? [] : [[part.name, part.default]])),
  );

/** True if nothing was filled in that a new row doesn't have. */
export const isUnfilled = (row: unknown, parts: readonly Part[]) =>
  isEmpty(row) || JSON.stringify(row) === JSON.stringify(newRow(parts));

interface FormRows {
  readonly rows: readonly KeyedRow[];
  /** Shows these rows, and stores them but for new ones in which nothing stands. */
  readonly keep: (rows: readonly KeyedRow[]) => void;
  /** Adds a row with these values. */
  readonly add: (values: RowValues) => void;
}

/** The rows of the form: those that are stored, and new ones in which nothing stands yet. */
export function useRows(
  { parts, least }: Extract<FieldControl, { readonly kind: 'rows' }>,
  value: unknown,
  onChange: (value: unknown) => void,
): FormRows {
  const nextKey = useRef(0);
  const stored: readonly unknown[] = Array.isArray(value) ? value : [];
  const createRow = (row: unknown, isNew: boolean): KeyedRow => ({ key: nextKey.current++, row, isNew });
  // A field that must have a row shows one at once, unless a list is there to add one.
  const hasFirst = least > 0 && parts[0]?.input.kind !== 'choice';
  const withFirst = (rows: readonly KeyedRow[]) =>
    rows.length === 0 && hasFirst ? [createRow(newRow(parts), true)] : rows;
  const readStored = (before: readonly KeyedRow[]) =>
    withFirst(
      stored.map((row, index) => ({ ...(before[index] ?? createRow(row, false)), row, isNew: false })),
    );
  const toStore = (rows: readonly KeyedRow[]) =>
    rows.filter(({ row, isNew }) => !isNew || !isUnfilled(row, parts)).map(({ row }) => row);
  const isStored = (rows: readonly KeyedRow[]) => JSON.stringify(toStore(rows)) === JSON.stringify(stored);

  const [rows, setRows] = useState(() => readStored([]));
  // Changed elsewhere, or another value came back: the stored rows are the ones to show.
  const shown = isStored(rows) ? rows : readStored(rows);
  if (shown !== rows) setRows(shown);
  const keep: FormRows['keep'] = (next) => {
    setRows(withFirst(next));
    if (!isStored(next)) onChange(toStore(next));
  };
  return {
    rows: shown,
    keep,
    add: (values) => keep([...shown, createRow({ ...newRow(parts), ...values }, true)]),
  };
}
