import { useCallback, useEffect, useState } from 'react';
import { normalizeState, parseAddress, serializeAddress, type SearchState } from '../facets/address';

/**
 * The search that the address bar holds, and a way to go to another. Undefined until the page is in a browser. Every
 * new search is a step that Back undoes; the same search again is none. Whatever it is given, it holds its normal form.
 */
export function useAddress(): readonly [SearchState | undefined, (next: SearchState) => void] {
  const [state, setState] = useState<SearchState>();

  useEffect(() => {
    const read = () => setState(parseAddress(location.search));
    read();
    addEventListener('popstate', read);
    return () => removeEventListener('popstate', read);
  }, []);

  const goTo = useCallback((wanted: SearchState) => {
    const next = normalizeState(wanted);
    const query = serializeAddress(next);
    if (query !== serializeAddress(parseAddress(location.search))) {
      history.pushState(null, '', location.pathname + query);
    }
    setState(next);
  }, []);

  return [state, goTo];
}
