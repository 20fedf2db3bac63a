/** Several short texts, each in a line of its own. */
import { useRef } from 'react';
import { moveItem, textOf } from '../../values/values';
import type { ControlIds } from '../field';
import { useForm } from '../form-context';
import { RowButtons } from './row-buttons';
import { TextInput } from './text-input';
import { useItemKeys } from './use-item-keys';

interface TextsInputProps extends ControlIds {
  readonly label: string;
  readonly value: unknown;
  readonly lang?: string | undefined;
  readonly most: number;
  /** The longest of these texts. */
  readonly longest: number;
  readonly onChange: (value: readonly unknown[] | undefined) => void;
}

export function TextsInput({
  id,
  describedBy,
  label,
  value,
  lang,
  most,
  longest,
  onChange,
}: TextsInputProps) {
  const { t } = useForm();
  const list = useRef<HTMLDivElement>(null);
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const { keys, reorder } = useItemKeys(items.length);
  const keep = (next: readonly unknown[]) => onChange(next.length > 0 ? next : undefined);
  const add = () => {
    keep([...items, '']);
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>('ol > li:last-child :is(input, textarea)')?.focus(),
    );
  };
  return (
    <div ref={list} data-rows className="texts">
      <ol>
        {items.map((item, index) => {
          const name = t('{item} {number}', { item: label, number: index + 1 });
          return (
            <li key={keys[index]}>
              <div className="with-counter">
                <TextInput
                  id={`${id}-${index}`}
                  describedBy={describedBy}
                  label={name}
                  value={item}
                  lang={lang}
                  most={longest}
                  onChange={(text) => keep(items.with(index, text))}
                />
              </div>
              <RowButtons
                name={textOf(item) || name}
                index={index}
                length={items.length}
                onMove={(by) => {
                  reorder((before) => moveItem(before, index, by));
                  keep(moveItem(items, index, by));
                }}
                onRemove={() => {
                  reorder((before) => before.toSpliced(index, 1));
                  keep(items.toSpliced(index, 1));
                }}
              />
            </li>
          );
        })}
      </ol>
      {items.length < most && (
        <button type="button" data-add onClick={add}>
          {t('Add: {item}', { item: label })}
        </button>
      )}
    </div>
  );
}
