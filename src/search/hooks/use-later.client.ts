import { useEffect, useState } from 'react';

/**
 * A part of the page that is loaded when it is first wanted. Undefined until then, and where it can't be loaded: what
 * comes so is an addition. `load` is the same function each time.
 */
export function useLater<Part>(load: () => Promise<Part>, isWanted: boolean): Part | undefined {
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
