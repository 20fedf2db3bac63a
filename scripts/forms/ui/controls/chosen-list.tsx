/** The chosen of several, in their order, each with a button that takes it out. */
import { useRef } from 'react';
import type { Option } from '../../values/match-options';
import { useForm } from '../form-context';

interface ChosenListProps {
  readonly chosen: readonly Option[];
  readonly onRemove: (index: number) => void;
  readonly hrefOf?: (id: string) => string;
}

export function ChosenList({ chosen, onRemove, hrefOf }: ChosenListProps) {
  const { t } = useForm();
  const list = useRef<HTMLUListElement>(null);
  /** The keyboard stays in the list: at what takes this place, else at the field that adds. */
  const remove = (index: number) => {
    const holder = list.current?.parentElement;
    onRemove(index);
    requestAnimationFrame(() => {
      const buttons = holder?.querySelectorAll<HTMLElement>('.chosen button') ?? [];
      (buttons[Math.min(index, buttons.length - 1)] ?? holder?.querySelector('input'))?.focus();
    });
  };
  if (chosen.length === 0) return null;
  return (
    <ul ref={list} className="chosen">
      {chosen.map(({ id, name }, index) => (
        <li key={id}>
          {hrefOf ? <a href={hrefOf(id)}>{name}</a> : name}
          <button type="button" aria-label={t('Remove “{name}”', { name })} onClick={() => remove(index)}>
            ✕
          </button>
        </li>
      ))}
    </ul>
  );
}
