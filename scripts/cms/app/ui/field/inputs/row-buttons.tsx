/** Moves or removes an item of a list. */
import { useRef, useState } from 'react';
import { useWords } from '../../language';

interface RowButtonsProps {
  /** The item's name, for people who can't see where the buttons stand. */
  readonly name: string;
  readonly index: number;
  readonly length: number;
  readonly isDisabled: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

export function RowButtons({ name, index, length, isDisabled, onMove, onRemove }: RowButtonsProps) {
  const { t } = useWords();
  const buttons = useRef<HTMLSpanElement>(null);
  const [hasMoved, setHasMoved] = useState(false);
  /** A moved item takes its buttons along; at the end of the list the other one is left. */
  const move = (by: -1 | 1) => {
    onMove(by);
    setHasMoved(true);
    requestAnimationFrame(() => {
      const [up, down] = buttons.current?.querySelectorAll('button') ?? [];
      const pressed = by === -1 ? up : down;
      (pressed?.disabled ? (by === -1 ? down : up) : pressed)?.focus();
    });
  };
  /** Focus stays in the list: the item that takes this place, else the one before. */
  const remove = () => {
    const list = buttons.current?.closest('ol');
    onRemove();
    requestAnimationFrame(() => {
      const left = list?.isConnected ? list.querySelectorAll<HTMLElement>('[data-remove]') : [];
      const next = left[Math.min(index, left.length - 1)];
      (next ?? document.querySelector<HTMLElement>('[data-add], input, select, [role=option]'))?.focus();
    });
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
            disabled={isDisabled || index === 0}
            aria-label={t('Move “{name}” up', { name })}
            title={t('Move “{name}” up', { name })}
            onClick={() => move(-1)}
          >
            ↑
          </button>
          <button
            type="button"
            disabled={isDisabled || index === length - 1}
            aria-label={t('Move “{name}” down', { name })}
            title={t('Move “{name}” down', { name })}
            onClick={() => move(1)}
          >
            ↓
          </button>
        </>
      )}
      <button
        type="button"
        data-remove
        disabled={isDisabled}
        aria-label={t('Remove “{name}”', { name })}
        title={t('Remove “{name}”', { name })}
        onClick={remove}
      >
        ✕
      </button>
    </span>
  );
}
