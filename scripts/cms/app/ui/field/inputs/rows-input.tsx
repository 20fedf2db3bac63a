/** A list of groups: a row for each, with its fields. */
import { useRef } from 'react';
import { isRecord } from '@/model/json';
import type { Part } from '@scripts/forms/describe/description';
import type { FieldControl } from '../../../description';
import { useWords, type Words } from '../../language';
import type { ControlProps } from './control-props';
import { GroupInput } from './group-input';
import { findName } from '../problems';
import { RowButtons } from './row-buttons';
import { SearchList } from './search-list';
import { isUnfilled, useRows } from './use-rows';
import { isEmpty, moveItem, quote } from '../value';

type RowsProps = ControlProps<Extract<FieldControl, { readonly kind: 'rows' }>>;

/** The value of a row's first field, by which people know it. */
function nameRow(words: Words, parts: readonly Part[], row: unknown, position: string): string {
  const [first] = parts;
  const value = first && isRecord(row) ? row[first.name] : undefined;
  if (!first || isEmpty(value)) return position;
  const name = first.input.kind === 'choice' ? findName(words, first.input.vocabulary, value) : undefined;
  return name ?? quote(value);
}

export function RowsInput({ control, value, isDisabled, describedBy, onChange }: RowsProps) {
  const words = useWords();
  const { t } = words;
  const { parts, item, most } = control;
  const { rows, keep, add } = useRows(control, value, onChange);
  const list = useRef<HTMLOListElement>(null);
  const isFull = rows.length >= most;
  const [first] = parts;
  // Choosing from the list adds a row with that choice, and leads to the next field of the row.
  const adder = first?.input.kind === 'choice' ? first.input : undefined;
  const addRow = (id?: string) => {
    add(first && id !== undefined ? { [first.name]: id } : {});
    requestAnimationFrame(() => {
      const fields = list.current?.querySelectorAll<HTMLElement>(
        '.rows > li:last-child :is(select, input, textarea)',
      );
      fields?.[id === undefined ? 0 : 1]?.focus();
    });
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
                  onMove={(by) => keep(moveItem(rows, index, by))}
                  onRemove={() => keep(rows.toSpliced(index, 1))}
                />
              </fieldset>
            </li>
          );
        })}
      </ol>
      <p>
        {adder ? (
          <span className="label">{t('Add: {item}', { item })}</span>
        ) : (
          <button type="button" data-add disabled={isDisabled || isFull} onClick={() => addRow()}>
            {t('Add: {item}', { item })}
          </button>
        )}{' '}
        <span className="hint">
          {isFull
            ? t('At most {most}: to add another, remove one first.', { most })
            : t('At most {most}.', { most })}
        </span>
      </p>
      {adder && (
        <SearchList
          label={t('Add: {item}', { item })}
          terms={words.model.vocabularies[adder.vocabulary] ?? []}
          chosen={[]}
          isMultiple={false}
          isFull={isFull}
          isDisabled={isDisabled}
          describedBy={describedBy}
          onToggle={addRow}
        />
      )}
    </div>
  );
}
