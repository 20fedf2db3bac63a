import { useEffect, useState } from 'react';
import { fitChecker } from './fit.client';
import type { PackedNeeds } from './fit-needs';
import { profileOf } from './fit-store';
import { fitLines, type FitLine, type FitWords } from './fit-words';
import { loadFitWords } from './load-fit-words.client';
import { useAnswers } from '../fit-page/use-answers.client';

/** What of an opportunity fits the visitor, in words. */
export type TellFit = (needs: PackedNeeds, isShort: boolean) => readonly FitLine[];

/** Tells what fits; undefined where nothing has been said, or the words aren't there (yet). */
export function useFit(wordsUrl: string, locale: string): TellFit | undefined {
  const answers = useAnswers() ?? [];
  const [words, setWords] = useState<FitWords>();
  const isSaid = answers.length > 0;
  useEffect(() => {
    if (!isSaid) return undefined;
    let stale = false;
    // What fits is an addition: where it can't be had, the page is whole without it.
    loadFitWords(wordsUrl)
      .then((loaded) => !stale && setWords(loaded))
      .catch(() => {});
    return () => {
      stale = true;
    };
  }, [isSaid, wordsUrl]);
  const check = fitChecker(profileOf(answers));
  return check && words && ((needs, isShort) => fitLines(check(needs), words, locale, isShort));
}
