/** The chosen filters, each with a button to remove it. */
import type { FilterChip } from '@/search/facets/labels';
import type { SearchTranslate } from '@/search/page/search-props';

interface Props {
  readonly t: SearchTranslate;
  readonly chips: readonly FilterChip[];
  readonly remove: (chip: FilterChip) => void;
  readonly clear: () => void;
  /** Called to move the focus before the last chip goes. */
  readonly whenNone: () => void;
}

export function SearchChips({ t, chips, remove, clear, whenNone }: Props) {
  if (chips.length === 0) return null;
  return (
    <ul className="search-chips" aria-label={t('search.chosen')}>
      {chips.map((chip, index) => (
        <li key={`${chip.facet} ${chip.value}`}>
          <button
            type="button"
            className="search-chip"
            aria-label={t('search.remove', { filter: chip.label })}
            onClick={({ currentTarget: { parentElement: item } }) => {
              // Without this, the focus would be lost with the button: the next chip takes it, or else the one before.
              const next = chips[index + 1] ? item?.nextElementSibling : item?.previousElementSibling;
              if (next) next.querySelector('button')?.focus();
              else whenNone();
              remove(chip);
            }}
          >
            {chip.label}
            <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="search-clear" onClick={clear}>
          {t('search.clear')}
        </button>
      </li>
    </ul>
  );
}
