import { useEffect, useState } from 'react';
import type { FitItem } from '../fit/fit-store';
import { fitStore } from '../fit/fit-store';
import { onChange, readStore } from '../storage/storage.client';

const textOf = (items: readonly FitItem[] | undefined) => JSON.stringify(items);

/**
 * What the visitor has said that they can, as it is now; the same array for as long as it stays the same, whatever else
 * changes on the device. Undefined until the page is in a browser.
 */
export function useAnswers(): readonly FitItem[] | undefined {
  const [answers, setAnswers] = useState<readonly FitItem[]>();
  useEffect(() => {
    const read = () => {
      const next = readStore(fitStore);
      setAnswers((before) => (textOf(before) === textOf(next) ? before : next));
    };
    read();
    return onChange(read);
  }, []);
  return answers;
}
