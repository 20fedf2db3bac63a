import { useEffect, useState } from 'react';
import type { FitItem } from '../storage/fit/fit-store';
import { fitStore } from '../storage/fit/fit-store';
import { onStorageChange, readStore } from '../storage/storage.client';

const textOf = (items: readonly FitItem[] | undefined) => JSON.stringify(items);

/**
 * The visitor's answers to the fit check, always up to date; the same array until they change. Undefined until the page
 * runs in a browser.
 */
export function useFitAnswers(): readonly FitItem[] | undefined {
  const [answers, setAnswers] = useState<readonly FitItem[]>();
  useEffect(() => {
    const read = () => {
      const next = readStore(fitStore);
      setAnswers((before) => (textOf(before) === textOf(next) ? before : next));
    };
    read();
    return onStorageChange(read);
  }, []);
  return answers;
}
