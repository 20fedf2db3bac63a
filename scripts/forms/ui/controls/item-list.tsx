/** Items of a list in their order, each with buttons that move or remove it, and a button that adds one. */
import { useRef, type ReactNode } from 'react';
import { moveItem } from '../../values/values';
import { useForm } from '../form-context';
import { RowButtons } from './row-buttons';

let lastKey = 0;

/** Returns a key for each of `length` items, which stays with it while it moves: controls keep their state and the focus. */
function useItemKeys(length: number) {
  const keys = useRef<readonly number[]>([]);
  const missing = Math.max(0, length - keys.current.length);
  keys.current = [...keys.current.slice(0, length), ...Array.from({ length: missing }, () => ++lastKey)];
  return keys;
}

interface ItemListProps {
  readonly items: readonly unknown[];
  /** The name of one of them. */
  readonly noun: string;
  readonly most: number;
  readonly className: string;
  /** The name by which people know an item. */
  readonly nameItem: (item: unknown, index: number) => string;
  readonly onChange: (items: readonly unknown[]) => void;
  readonly children: (item: unknown, index: number, buttons: ReactNode) => ReactNode;
}

export function ItemList(props: ItemListProps) {
  const { items, noun, most, className, nameItem, onChange, children } = props;
  const { t } = useForm();
  const holder = useRef<HTMLDivElement>(null);
  const keys = useItemKeys(items.length);
  const add = () => {
    onChange([...items, '']);
    requestAnimationFrame(() =>
      holder.current?.querySelector<HTMLElement>('ol > li:last-child :is(input, select, textarea)')?.focus(),
    );
  };
  return (
    <div ref={holder} data-rows>
      <ol className={className}>
        {items.map((item, index) => (
          <li key={keys.current[index]}>
            {children(
              item,
              index,
              <RowButtons
                name={nameItem(item, index)}
                index={index}
                length={items.length}
                onMove={(by) => {
                  keys.current = moveItem(keys.current, index, by);
                  onChange(moveItem(items, index, by));
                }}
                onRemove={() => {
                  keys.current = keys.current.toSpliced(index, 1);
                  onChange(items.toSpliced(index, 1));
                }}
              />,
            )}
          </li>
        ))}
      </ol>
      {items.length < most ? (
        <button type="button" data-add onClick={add}>
          {t('Add: {item}', { item: noun })}
        </button>
      ) : (
        <p className="help">{t('At most {most}: to add another, remove one first.', { most })}</p>
      )}
    </div>
  );
}
