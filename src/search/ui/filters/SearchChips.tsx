/** The chosen filters, each with a button to remove it. */
import { useEffect, useRef } from 'react';
import type { FilterChip } from '@/search/facets/labels';
import type { SearchTranslate } from '@/search/page/search-props';

interface Props {
  readonly t: SearchTranslate;
  readonly chips: readonly FilterChip[];
  readonly remove: (chip: FilterChip) => void;
  readonly clear: () => void;
  /** Called to move the focus when the last chip is gone. */
  readonly whenNone: () => void;
}

export function SearchChips({ t, chips, remove, clear, whenNone }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const removedAt = useRef<number>(undefined);

  // Without this, the focus would be lost with the removed button: the next one takes it.
  useEffect(() => {
    const at = removedAt.current;
    if (at === undefined) return;
    removedAt.current = undefined;
    const buttons = list.current?.querySelectorAll('button') ?? [];
    const next = buttons[Math.min(at, chips.length - 1)];
    if (next && chips.length > 0) next.focus();
    else whenNone();
  }, [chips, whenNone]);

  if (chips.length === 0) return null;
  return (
    <ul ref={list} className="search-chips" aria-label={t('search.chosen')}>
      {chips.map((chip, index) => (
        <li key={`${chip.facet} ${chip.value}`}>
          <button
            type="button"
            className="search-chip"
            aria-label={t('search.remove', { filter: chip.label })}
            onClick={() => {
              removedAt.current = index;
              remove(chip);
            }}
          >
            {chip.label}
            <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          className="search-clear"
          onClick={() => {
            removedAt.current = 0;
            clear();
          }}
        >
          {t('search.clear')}
        </button>
      </li>
    </ul>
  );
}
