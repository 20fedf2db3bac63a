/** The terms of a field in the language of the page. */
import { useEffect, useState } from 'react';
import type { Choice } from '../../review-types';
import { useReview } from '../use-review';

/** Returns no terms until they are there. An empty path has none. */
export function useTerms(path: string): readonly Choice[] {
  const { terms } = useReview();
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  useEffect(() => {
    let isWanted = path !== '';
    if (isWanted)
      void terms(path).then(
        (list) => isWanted && setChoices(list),
        () => undefined,
      );
    return () => {
      isWanted = false;
    };
  }, [path, terms]);
  return choices;
}
