/** How well every row fits the visitor: loaded, with all that it takes, only where they have said what they can. */
import { fitScore } from '@/device/fit/fit-check';
import { createFitChecker } from '@/device/fit/fit-answers.client';
import { profileFromAnswers, type FitItem } from '@/device/fit/fit-store';
import { createFitLines, type FitLine } from '@/device/fit/fit-lines';
import { loadFitStrings } from '@/device/fit/load-fit-strings.client';
import type { SearchEngine } from '../query/engine.client';
import { readFitColumns } from './fit-columns';

/** What the visitor's answers make of the rows. */
export interface FitResults {
  /** Of each row; the higher, the better it fits. */
  readonly scores: readonly number[];
  /** What a row says in short. */
  readonly lines: (row: number) => readonly FitLine[];
}

/** Compares all rows; undefined where nothing has been said. Rejects as the engine does, or with a `FitStringsError`. */
export async function fitResults(
  engine: SearchEngine,
  answers: readonly FitItem[],
  wordsUrl: string,
  locale: string,
): Promise<FitResults | undefined> {
  const check = createFitChecker(profileFromAnswers(answers));
  if (!check) return undefined;
  const [table, file, words] = await Promise.all([
    engine.table(),
    engine.fitColumns(),
    loadFitStrings(wordsUrl),
  ]);
  const needsOf = readFitColumns(file, table);
  const reasons = Array.from({ length: table.size }, (_, row) => check(needsOf(row)));
  return {
    scores: reasons.map(fitScore),
    lines: (row) => createFitLines(reasons[row] ?? [], words, locale, true),
  };
}
