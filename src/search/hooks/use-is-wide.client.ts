import { useEffect, useState } from 'react';

/** Where the filters are beside the results: as in `filters.css`. */
const wide = '(min-width: 60rem)';

/**
 * True where the filters are shown beside the results, and in the built page, which may be for any screen. A phone takes
 * them out of the page: it would work on a hundred options that aren’t seen.
 */
export function useIsWide(): boolean {
  const [isWide, setWide] = useState(() => import.meta.env.SSR || matchMedia(wide).matches);
  useEffect(() => {
    matchMedia(wide).onchange = (event) => setWide(event.matches);
  }, []);
  return isWide;
}
