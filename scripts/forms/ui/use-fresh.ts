/** Data from the server, loaded again when the window gets the focus back. */
import { useEffect, useState } from 'react';

/** `read` is called again when an input changes. A value that was read stays while a later reading fails. */
export function useFresh<T>(read: () => Promise<T>, inputs: readonly unknown[]) {
  const [value, setValue] = useState<T>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    let isShown = true;
    const load = () =>
      void read().then(
        (found) => {
          if (!isShown) return;
          setValue(() => found);
          setError(undefined);
        },
        (reason: unknown) => isShown && setError(reason),
      );
    load();
    addEventListener('focus', load);
    return () => {
      isShown = false;
      removeEventListener('focus', load);
    };
  }, inputs);
  return { value, error };
}
