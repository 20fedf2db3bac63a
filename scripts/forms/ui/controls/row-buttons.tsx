/** Moves or removes an item of a list. */
import { useRef, useState } from 'react';
import { useForm } from '../form-context';

interface RowButtonsProps {
  /** The item's name, for people who can't see where the buttons stand. */
  readonly name: string;
  readonly index: number;
  readonly length: number;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

export function RowButtons({ name, index, length, onMove, onRemove }: RowButtonsProps) {
  const { t } = useForm();
  const buttons = useRef<HTMLSpanElement>(null);
  const [hasMoved, setHasMoved] = useState(false);
  /** Focus stays in the list: at the item that takes this place, else at what adds one. */
  const remove = () => {
    const holder = buttons.current?.closest('[data-rows]');
    onRemove();
    requestAnimationFrame(() => {
      const left = holder?.querySelectorAll<HTMLElement>('[data-remove]') ?? [];
      (
        left[Math.min(index, left.length - 1)] ?? holder?.querySelector<HTMLElement>('[data-add], input')
      )?.focus();
    });
  };
  const move = (by: -1 | 1) => {
    onMove(by);
    setHasMoved(true);
  };
  return (
    <span ref={buttons} className="row-buttons">
      <span role="status" className="hidden">
        {hasMoved && t('“{name}”: place {n} of {count}', { name, n: index + 1, count: length })}
      </span>
      {length > 1 && (
        <>
          <button
            type="button"
            aria-disabled={index === 0}
            aria-label={t('Move “{name}” up', { name })}
            onClick={() => index > 0 && move(-1)}
          >
            ↑
          </button>
          <button
            type="button"
            aria-disabled={index === length - 1}
            aria-label={t('Move “{name}” down', { name })}
            onClick={() => index < length - 1 && move(1)}
          >
            ↓
          </button>
        </>
      )}
      <button type="button" data-remove aria-label={t('Remove “{name}”', { name })} onClick={remove}>
        ✕
      </button>
    </span>
  );
}
