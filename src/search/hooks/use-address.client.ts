import { useCallback, useEffect, useState } from 'react';
import { normalizeState, parseAddress, serializeAddress, type SearchState } from '../facets/search-address';

/** In the history's entry while the sheet of filters is open: all that is chosen there is one step back. */
export const sheetStep = 'filters';

/**
 * The search in the address bar, and a function that goes to another one. Undefined until the page runs in a browser.
 * Every new search adds a step to the history; repeating a search doesn't. The search is always normalized.
 */
export function useAddress(): readonly [SearchState | undefined, (next: SearchState) => void] {
  const [state, setState] = useState<SearchState>();

  useEffect(() => {
    const read = () => setState(parseAddress(location.search));
    // The sheet isn't open after a reload.
    if (history.state === sheetStep) history.replaceState(null, '');
    read();
    addEventListener('popstate', read);
    return () => removeEventListener('popstate', read);
  }, []);

  const goTo = useCallback((wanted: SearchState) => {
    const next = normalizeState(wanted);
    const query = serializeAddress(next);
    if (query !== serializeAddress(parseAddress(location.search))) {
      const address = location.pathname + query;
      if (history.state === sheetStep) history.replaceState(sheetStep, '', address);
      else history.pushState(null, '', address);
    }
    setState(next);
  }, []);

  return [state, goTo];
}
