/** One facet: a collapsible group of check boxes, or of radio buttons. */
import { useState, type ReactNode } from 'react';
import type { FacetId } from '@/search/facets/search-address';

/** A value with its box or button. */
export interface FacetOption {
  readonly id: string;
  readonly label: string;
  /** The number of results with it; missing until that is known. */
  readonly count: number | undefined;
  readonly isChosen: boolean;
}

interface Props {
  readonly facet: FacetId;
  readonly name: string;
  readonly options: readonly FacetOption[];
  readonly isOpenFirst: boolean;
  /** True for a list that scrolls, since it is too long. */
  readonly isLong: boolean;
  /** Of values that include each other only one is chosen: the text of the choice of none. */
  readonly any?: string | undefined;
  readonly toggle: (facet: FacetId, id: string, isChosen: boolean) => void;
  readonly children?: ReactNode;
}

export function FacetOptions({ facet, name, options, isOpenFirst, isLong, any, toggle, children }: Props) {
  const chosen = options.filter(({ isChosen }) => isChosen).length;
  // Once the visitor has opened or closed it, it stays so.
  const [isOpen, setOpen] = useState<boolean>();
  // The status always has a choice.
  const hasChoice = chosen > 0 && facet !== 'status';
  const shown = isOpen ?? (isOpenFirst || hasChoice);
  const none = any === undefined ? [] : [{ id: '', label: any, count: undefined, isChosen: chosen === 0 }];
  return (
    <details
      className="search-facet"
      // A long list only has values with results, which may be none.
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
          {[...none, ...options].map(({ id, label, count, isChosen }) => (
            <label key={id} className="search-option">
              <input
                type={any === undefined ? 'checkbox' : 'radio'}
                name={facet}
                value={id}
                checked={isChosen}
                disabled={count === 0 && !isChosen}
                onChange={(event) => toggle(facet, id, event.currentTarget.checked)}
              />
              <span>{label}</span>
              <span className="search-count">{count}</span>
            </label>
          ))}
        </div>
        {children}
      </fieldset>
    </details>
  );
}
