import { useEffect, useLayoutEffect, useRef } from 'react';
import { sheetStep } from './use-address.client';

/** In the history's entry of a page that was left by a link. */
interface LeftBy {
  /** The absolute address of the link. */
  readonly link: string;
  /** Its distance (pixels) from the top of the window. */
  readonly top: number;
}

const isLeftBy = (state: unknown): state is LeftBy =>
  typeof state === 'object' && state !== null && 'link' in state && 'top' in state;

/** The distance (pixels) of the first link to an address from the top of the window. */
const topOf = (address: string): number | undefined =>
  [...document.links].find(({ href }) => href === address)?.getBoundingClientRect().top;

/** What a visitor does to move elsewhere. */
const movements = ['wheel', 'touchmove', 'keydown'] as const;

/**
 * Keeps the place in the results for a visitor who comes back where the browser loads the page again: it would scroll
 * before results are there, and by pixels, though rows have other heights in another typeface. `isShown` is true from
 * when they are there.
 */
export function useKeptPlace(isShown: boolean): void {
  const left = useRef<LeftBy>(undefined);

  useEffect(() => {
    const state: unknown = history.state;
    if (isLeftBy(state)) left.current = state;
    const forget = () => (left.current = undefined);
    for (const movement of movements) addEventListener(movement, forget, { once: true, passive: true });
    const keep = ({ target }: MouseEvent) => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]')?.href : undefined;
      const top = link === undefined ? undefined : topOf(link);
      if (top !== undefined && history.state !== sheetStep) history.replaceState({ link, top }, '');
    };
    addEventListener('click', keep, true);
    return () => {
      for (const movement of movements) removeEventListener(movement, forget);
      removeEventListener('click', keep, true);
    };
  }, []);

  useLayoutEffect(() => {
    const top = isShown && left.current ? topOf(left.current.link) : undefined;
    if (top === undefined || !left.current) return;
    scrollBy({ top: top - left.current.top, behavior: 'instant' });
    left.current = undefined;
  }, [isShown]);
}
