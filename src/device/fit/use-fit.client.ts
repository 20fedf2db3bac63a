import { useEffect, useState } from 'react';
import { createFitChecker } from './fit-answers.client';
import type { PackedNeeds } from './fit-needs';
import { profileFromAnswers } from '../storage/fit/fit-store';
import { createFitLines, type FitLine, type FitStrings } from './fit-lines';
import { loadFitStrings } from './load-fit-strings.client';
import { useFitAnswers } from '../fit-page/use-fit-answers.client';

/** Describes how an opportunity fits the visitor. */
export type DescribeFit = (needs: PackedNeeds, isShort: boolean) => readonly FitLine[];

/** Returns the function that describes the fit; undefined without answers, or until the strings are loaded. */
export function useFit(stringsUrl: string, locale: string): DescribeFit | undefined {
  const answers = useFitAnswers() ?? [];
  const [strings, setWords] = useState<FitStrings>();
  const isSaid = answers.length > 0;
  useEffect(() => {
    if (!isSaid) return undefined;
    let stale = false;
    // The fit is an addition: the page is complete without it.
    loadFitStrings(stringsUrl)
      .then((loaded) => !stale && setWords(loaded))
      .catch(() => {});
    return () => {
      stale = true;
    };
  }, [isSaid, stringsUrl]);
  const check = createFitChecker(profileFromAnswers(answers));
  return check && strings && ((needs, isShort) => createFitLines(check(needs), strings, locale, isShort));
}
