import { useEffect, useState } from 'react';

/**
 * Loads a part of the page when it is first needed. Undefined until then, and on failure: such parts are additions.
 * `load` must be the same function each time.
 */
export function useLazyPart<Part>(load: () => Promise<Part>, isWanted: boolean): Part | undefined {
  const [part, setPart] = useState<Part>();
  useEffect(() => {
    if (!isWanted) return;
    load().then(
      (loaded) => setPart(() => loaded),
      () => {},
    );
  }, [load, isWanted]);
  return part;
}
