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

/** The distance (pixels) of the first visible link to an address from the top of the window. */
const topOf = (address: string): number | undefined =>
  [...document.links]
    .find(({ href, offsetParent }) => href === address && offsetParent !== null)
    ?.getBoundingClientRect().top;

/** The events by which a visitor scrolls, or asks for other results. */
const movements = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

const forgetPlace = () => {
  if (isLeftBy(history.state)) history.replaceState(null, '');
};

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
    const forget = () => {
      left.current = undefined;
      forgetPlace();
    };
    for (const movement of movements) addEventListener(movement, forget, { once: true, passive: true });
    const keep = ({ target, metaKey, ctrlKey, shiftKey }: MouseEvent) => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
      const isLeaving =
        link?.origin === location.origin && link.pathname !== location.pathname && !link.download;
      const top = isLeaving && !metaKey && !ctrlKey && !shiftKey ? topOf(link.href) : undefined;
      if (link && top !== undefined && history.state !== sheetStep)
        history.replaceState({ link: link.href, top } satisfies LeftBy, '');
    };
    addEventListener('click', keep);
    return () => {
      for (const movement of movements) removeEventListener(movement, forget);
      removeEventListener('click', keep);
    };
  }, []);

  useLayoutEffect(() => {
    if (!isShown || !left.current) return;
    const top = topOf(left.current.link);
    if (top !== undefined) scrollBy({ top: top - left.current.top, behavior: 'instant' });
    left.current = undefined;
    forgetPlace();
  }, [isShown]);
}
