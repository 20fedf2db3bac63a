/** How well every row fits the visitor: loaded, with all that it takes, only where they have said what they can. */
import { fitScore } from '@/device/fit/fit';
import { fitChecker } from '@/device/fit/fit.client';
import { profileOf, type FitItem } from '@/device/fit/fit-store';
import { fitLines, type FitLine } from '@/device/fit/fit-words';
import { loadFitWords } from '@/device/fit/load-fit-words.client';
import type { SearchEngine } from '../query/engine.client';
import { readFitColumns } from './fit-columns';

/** What the visitor's answers make of the rows. */
export interface FitResults {
  /** Of each row; the higher, the better it fits. */
  readonly scores: readonly number[];
  /** What a row says in short. */
  readonly lines: (row: number) => readonly FitLine[];
}

/** Compares all rows; undefined where nothing has been said. Rejects as the engine does, or with a `FitWordsError`. */
export async function fitResults(
  engine: SearchEngine,
  answers: readonly FitItem[],
  wordsUrl: string,
  locale: string,
): Promise<FitResults | undefined> {
  const check = fitChecker(profileOf(answers));
  if (!check) return undefined;
  const [table, file, words] = await Promise.all([
    engine.table(),
    engine.fitColumns(),
    loadFitWords(wordsUrl),
  ]);
  const needsOf = readFitColumns(file, table);
  const reasons = Array.from({ length: table.size }, (_, row) => check(needsOf(row)));
  return {
    scores: reasons.map(fitScore),
    lines: (row) => fitLines(reasons[row] ?? [], words, locale, true),
  };
}
