import { useEffect, useState } from 'react';
import type * as LazyParts from '../page/lazy-parts.client';

/** Loads what is needed when the visitor types, or after the first results. */
export const loadLazyParts = (): Promise<typeof LazyParts> => import('../page/lazy-parts.client');

/** Those parts when they are first wanted. Undefined until they are loaded, and on failure: they are additions. */
export function useLazyParts(isWanted: boolean): typeof LazyParts | undefined {
  const [parts, setParts] = useState<typeof LazyParts>();
  useEffect(() => {
    if (isWanted) loadLazyParts().then(setParts, () => {});
  }, [isWanted]);
  return parts;
}
