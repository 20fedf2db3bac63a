/** A list of groups: a row for each, with its fields. */
import { useRef, useState } from 'react';
import { isRecord } from '@/sources/contentful/json';
import type { FieldControl, Part } from '../../description';
import { useWords, type Words } from '../language';
import type { ControlProps } from './control-props';
import { GroupInput } from './group-input';
import { findName } from './problems';
import { RowButtons } from './row-buttons';
import { isEmpty, moved, quote } from './value';

type RowsProps = ControlProps<Extract<FieldControl, { readonly kind: 'rows' }>>;

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
const isUnfilled = (row: unknown, parts: readonly Part[]) =>
  isEmpty(row) || JSON.stringify(row) === JSON.stringify(newRow(parts));

/** The value of a row's first field, by which people know it. */
function nameRow(words: Words, parts: readonly Part[], row: unknown, position: string): string {
  const [first] = parts;
  const value = first && isRecord(row) ? row[first.name] : undefined;
  if (!first || isEmpty(value)) return position;
  const name = first.input.kind === 'choice' ? findName(words, first.input.vocabulary, value) : undefined;
  return name ?? quote(value);
}

export function RowsInput({ control, value, isDisabled, onChange }: RowsProps) {
  const words = useWords();
  const { t } = words;
  const { parts, item, most } = control;
  const { rows, keep, add } = useRows(control, value, onChange);
  const list = useRef<HTMLOListElement>(null);
  const isFull = rows.length >= most;
  const addRow = () => {
    add();
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>('.rows > li:last-child :is(select, input, textarea)')?.focus(),
    );
  };
  return (
    <div>
      <ol ref={list} className="rows">
        {rows.map((keyed, index) => {
          const { key, row, isNew } = keyed;
          const position = t('{item} {number}', { item, number: index + 1 });
          return (
            <li key={key}>
              <fieldset>
                <legend>{position}</legend>
                {isRecord(row) || isEmpty(row) ? (
                  <GroupInput
                    parts={parts}
                    group={isRecord(row) ? row : {}}
                    isDisabled={isDisabled}
                    hasHelp={index === 0}
                    isOptional={isNew && isUnfilled(row, parts)}
                    onChange={(next) => keep(rows.with(index, { ...keyed, row: next }))}
                  />
                ) : (
                  <p className="problem">
                    {t(
                      'This is stored here and doesn’t fit the field: {value}. It stays until you change it.',
                      {
                        value: quote(row),
                      },
                    )}
                  </p>
                )}
                <RowButtons
                  name={nameRow(words, parts, row, position)}
                  index={index}
                  length={rows.length}
                  isDisabled={isDisabled}
                  onMove={(by) => keep(moved(rows, index, by))}
                  onRemove={() => keep(rows.toSpliced(index, 1))}
                />
              </fieldset>
            </li>
          );
        })}
      </ol>
      <p>
        <button type="button" data-add disabled={isDisabled || isFull} onClick={addRow}>
          {t('Add: {item}', { item })}
        </button>{' '}
        <span className="hint">
          {isFull
            ? t('At most {most}: to add another, remove one first.', { most })
            : t('At most {most}.', { most })}
        </span>
      </p>
    </div>
  );
}

interface Rows {
  readonly rows: readonly KeyedRow[];
  /** Shows these rows, and stores them but for new ones in which nothing stands. */
  readonly keep: (rows: readonly KeyedRow[]) => void;
  readonly add: () => void;
}

/** The rows of the form: those that are stored, and new ones in which nothing stands yet. */
function useRows(
  { parts, least }: RowsProps['control'],
  value: unknown,
  onChange: RowsProps['onChange'],
): Rows {
  const nextKey = useRef(0);
  const stored: readonly unknown[] = Array.isArray(value) ? value : [];
  const createRow = (row: unknown, isNew: boolean): KeyedRow => ({ key: nextKey.current++, row, isNew });
  // A field that must have a row shows one at once.
  const withFirst = (rows: readonly KeyedRow[]) =>
    rows.length === 0 && least > 0 ? [createRow(newRow(parts), true)] : rows;
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
  const keep: Rows['keep'] = (next) => {
    setRows(withFirst(next));
    if (!isStored(next)) onChange(toStore(next));
  };
  return { rows: shown, keep, add: () => setRows([...shown, createRow(newRow(parts), true)]) };
}
