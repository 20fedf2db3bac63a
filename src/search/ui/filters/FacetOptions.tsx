/** One facet: a group of check boxes that can be folded. */
import { useState, type ReactNode } from 'react';
import type { FacetId } from '@/search/facets/address';

/** A value that can be ticked. */
export interface FacetOption {
  readonly id: string;
  readonly label: string;
  /** How many it would show; missing until that is known. */
  readonly count: number | undefined;
  readonly isChosen: boolean;
}

interface Props {
  readonly facet: FacetId;
  readonly name: string;
  readonly options: readonly FacetOption[];
  readonly isOpenFirst: boolean;
  /** Too many to be shown at once: the list scrolls. */
  readonly isLong: boolean;
  readonly toggle: (facet: FacetId, id: string, isChosen: boolean) => void;
  readonly children?: ReactNode;
}

export function FacetOptions({ facet, name, options, isOpenFirst, isLong, toggle, children }: Props) {
  const chosen = options.filter(({ isChosen }) => isChosen).length;
  // Once somebody has folded it, it stays as they left it.
  const [isOpen, setOpen] = useState<boolean>();
  // The status always has a choice.
  const hasChoice = chosen > 0 && facet !== 'status';
  const shown = isOpen ?? (isOpenFirst || hasChoice);
  return (
    <details
      className="search-facet"
      // Of a long list only what would find something is offered, which may be nothing.
      hidden={options.length === 0}
      open={shown}
      onToggle={(event) => {
        if (event.currentTarget.open !== shown) setOpen(event.currentTarget.open);
      }}
    >
      <summary>
        <span>{name}</span>
        {hasChoice && <span className="search-number">{chosen}</span>}
      </summary>
      <fieldset>
        <legend className="visually-hidden">{name}</legend>
        <div className={isLong ? 'search-options-long' : undefined}>
          {options.map(({ id, label, count, isChosen }) => (
            <label key={id} className="search-option">
              <input
                type="checkbox"
                name={facet}
                value={id}
                checked={isChosen}
                disabled={count === 0 && !isChosen}
                onChange={(event) => toggle(facet, id, event.currentTarget.checked)}
              />
              <span>{label}</span>
              {count !== undefined && <span className="search-count">{count}</span>}
            </label>
          ))}
        </div>
        {children}
      </fieldset>
    </details>
  );
}
