/**
 * The list of suggestions below the search box: the ARIA pattern of an editable combobox with list autocomplete
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). The focus stays in the box.
 */
import { useEffect, useLayoutEffect, useMemo, useState, type MouseEvent } from 'react';
import { entryTypes, type EntryType } from '../entries/entries';
import type { Dictionary } from '../query/dictionary';
import type { SearchIslandProps, SearchTranslate } from '../page/search-props';
import { createSuggestionNames, suggest, type Suggestion } from '../query/suggest';
import { useSuggestionKeys } from '../hooks/use-suggestion-keys.client';
import { useSuggestionSources } from '../hooks/use-suggestion-sources.client';

interface Props {
  readonly props: SearchIslandProps;
  readonly box: HTMLInputElement;
  /** The text to complete; undefined if nothing should be suggested. */
  readonly typed: string | undefined;
  readonly setTyped: (typed: string | undefined) => void;
  readonly dictionary: () => Promise<Dictionary>;
  readonly choose: (suggestion: Suggestion, isTouch: boolean) => void;
}

/** Pause (ms) in typing before the number of suggestions is announced, so that it isn't at every letter. */
const announceDelayMs = 700;
/** The minimum space (pixels) below the box: four suggestions. */
const minSpace = 4 * 44;

const listId = 'search-suggestions';
const idOf = (place: number) => `search-suggestion-${place}`;
const noSuggestions: readonly Suggestion[] = [];

function kindName(t: SearchTranslate, kind: Suggestion['kind']): string {
  if (kind === 'word') return t('search.suggest.word');
  const entry = entryTypes.find((type) => type === kind);
  return entry ? t(`search.texts.${entry}`) : t(`facet.${kind as Exclude<typeof kind, EntryType>}`);
}

/** Announces the number of suggestions, once the visitor stops typing. */
function useCount(list: readonly Suggestion[], typed: string | undefined, { t }: SearchIslandProps) {
  const [announcement, say] = useState('');
  useEffect(() => {
    const message =
      list.length > 0
        ? t.count('search.suggest.count', list.length)
        : typed?.trim()
          ? t('search.suggest.none')
          : '';
    const timer = setTimeout(() => say(message), announceDelayMs);
    return () => clearTimeout(timer);
  }, [list, typed, t]);
  return announcement;
}

export function Suggestions({ props, box, typed, setTyped, dictionary, choose }: Props) {
  const { t, options } = props;
  const sources = useSuggestionSources(props, dictionary);
  const names = useMemo(() => createSuggestionNames(options, sources.entries), [options, sources.entries]);
  // Recomputed from the present text whenever data has been loaded: suggestions for an earlier text can't appear.
  const list = useMemo(
    () => (typed === undefined ? noSuggestions : suggest(typed, { names, index: sources.index })),
    [typed, names, sources.index],
  );
  /** The index of the active suggestion, as long as the list is the same. */
  const [chosen, setChosen] = useState({ list, place: -1 });
  const active = chosen.list === list ? chosen.place : -1;
  const isOpen = list.length > 0;
  const said = useCount(list, typed, props);
  const close = () => setTyped(undefined);
  const accept = (suggestion: Suggestion, isTouch: boolean) => {
    close();
    choose(suggestion, isTouch);
  };

  useLayoutEffect(() => {
    box.setAttribute('aria-expanded', String(isOpen));
    // A closed list has no id to refer to.
    if (isOpen) box.setAttribute('aria-controls', listId);
    else box.removeAttribute('aria-controls');
    if (active < 0) box.removeAttribute('aria-activedescendant');
    else box.setAttribute('aria-activedescendant', idOf(active));
    document.getElementById(idOf(active))?.scrollIntoView({ block: 'nearest' });
  }, [box, isOpen, active]);

  useSuggestionKeys({
    box,
    count: list.length,
    active,
    setActive: (place) => setChosen({ list, place }),
    open: () => setTyped(box.value),
    close,
    accept: () => {
      const suggestion = list[active];
      if (suggestion) accept(suggestion, false);
    },
  });

  useEffect(() => {
    if (!isOpen) return undefined;
    // An on-screen keyboard leaves little space below the box: then the box moves to the top.
    const { height, offsetTop } = visualViewport ?? { height: innerHeight, offsetTop: 0 };
    if (offsetTop + height - box.getBoundingClientRect().bottom < minSpace) {
      box.form?.scrollIntoView({ block: 'start' });
    }
    const closeOutside = ({ target }: PointerEvent) => {
      if (target instanceof Node && box.parentElement?.contains(target) !== true) setTyped(undefined);
    };
    document.addEventListener('pointerdown', closeOutside);
    const inView = new Map<Element, boolean>();
    const away = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) inView.set(target, isIntersecting);
      if (![...inView.values()].includes(true)) setTyped(undefined);
    });
    away.observe(box);
    const shown = document.getElementById(listId);
    if (shown) away.observe(shown);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      away.disconnect();
    };
  }, [box, isOpen, setTyped]);

  return (
    <>
      {isOpen && (
        <ul
          id={listId}
          className="suggestions"
          role="listbox"
          aria-label={t('search.suggest')}
          // The box keeps the focus.
          onMouseDown={(event: MouseEvent) => event.preventDefault()}
        >
          {list.map((suggestion, place) => (
            <li
              key={`${suggestion.kind} ${suggestion.value ?? suggestion.words}`}
              id={idOf(place)}
              className="suggestion"
              role="option"
              aria-selected={place === active}
              onClick={({ nativeEvent }) =>
                accept(suggestion, nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch')
              }
            >
              <span className="suggestion-label">{suggestion.label}</span>{' '}
              <span className="suggestion-kind">{kindName(t, suggestion.kind)}</span>
            </li>
          ))}
        </ul>
      )}
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </>
  );
}
