/** A list to choose from, with a filter. The arrow keys move in it, so that it costs one stop of the Tab key. */
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { foldText } from '@/i18n/fold-text';
import type { Term } from '@scripts/forms/describe/description';
import { useWords } from '../../language';

/** The longest list without a filter. */
const fewTerms = 8;

interface SearchListProps {
  readonly label: string;
  readonly terms: readonly Term[];
  readonly chosen: readonly unknown[];
  readonly isMultiple: boolean;
  /** True where no further choice can be added. */
  readonly isFull: boolean;
  readonly isDisabled: boolean;
  readonly describedBy: string;
  /** True if the list is hidden until something is typed. */
  readonly opensOnTyping?: boolean;
  readonly onToggle: (id: string) => void;
}

export function SearchList(props: SearchListProps) {
  const { label, terms, chosen, isMultiple, isFull, isDisabled, describedBy, opensOnTyping, onToggle } =
    props;
  const { t } = useWords();
  const [filter, setFilter] = useState('');
  const [active, setActive] = useState(0);
  const [toggled, setToggled] = useState<string>();
  const list = useRef<HTMLUListElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const filterId = useId();
  const wanted = foldText(filter).split(/\s+/);
  const matches = terms.filter(([, name]) => wanted.every((word) => foldText(name).includes(word)));
  const isShown = !opensOnTyping || filter !== '';
  const cannot = (id: string) => isDisabled || (isFull && !chosen.includes(id));

  // A choice stands elsewhere, so people who can't see it are told.
  const name = terms.find(([id]) => id === toggled)?.[1];
  const isAdded = !isMultiple || chosen.includes(toggled);
  const change = name !== undefined && t(isAdded ? 'Chosen: {name}' : 'Removed: {name}', { name });

  const toggle = (id: string) => {
    if (cannot(id)) return;
    onToggle(id);
    setToggled(id);
    if (!isMultiple) setFilter('');
  };
  const focusOption = (index: number) => {
    const target = Math.max(0, Math.min(matches.length - 1, index));
    setActive(target);
    list.current?.querySelectorAll<HTMLElement>('[role=option]')[target]?.focus();
  };
  const onFilterKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      focusOption(0);
    } else if (event.key === 'Enter' && filter !== '' && matches[0]) {
      event.preventDefault();
      toggle(matches[0][0]);
      setFilter('');
    }
  };
  const onOptionKey = (event: KeyboardEvent, index: number, id: string) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      Home: 0,
      End: matches.length - 1,
    };
    const target = steps[event.key];
    const isChoosing = event.key === 'Enter' || event.key === ' ';
    if (target === undefined && !isChoosing) return;
    event.preventDefault();
    if (target !== undefined) return focusOption(target);
    toggle(id);
    if (!isMultiple) box.current?.focus();
  };
  const last = Math.min(active, matches.length - 1);
  return (
    <div className="search-list">
      {terms.length > fewTerms && (
        <>
          <label htmlFor={filterId}>{t('Search the list')}</label>
          <input
            ref={box}
            id={filterId}
            type="search"
            autoComplete="off"
            value={filter}
            disabled={isDisabled}
            aria-describedby={describedBy}
            onChange={({ target }) => {
              setFilter(target.value);
              setActive(0);
            }}
            onKeyDown={onFilterKey}
          />
          <p role="status" className="hint">
            {filter === '' ? change : t('Found: {n}', { n: matches.length })}
          </p>
        </>
      )}
      {isShown && matches.length > 0 && (
        <ul ref={list} role="listbox" aria-label={label} aria-multiselectable={isMultiple}>
          {matches.map(([id, name], index) => (
            <li
              key={id}
              role="option"
              aria-selected={chosen.includes(id)}
              aria-disabled={cannot(id)}
              tabIndex={index === last ? 0 : -1}
              onClick={() => {
                setActive(index);
                toggle(id);
              }}
              onKeyDown={(event) => onOptionKey(event, index, id)}
            >
              {name}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
