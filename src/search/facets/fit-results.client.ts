/** The fit of every row: loaded, with its data, only where the visitor has given answers. */
import { fitScore } from '@/device/fit/fit-check';
import { createFitChecker } from '@/device/fit/fit-answers.client';
import { profileFromAnswers, type FitItem } from '@/device/storage/fit/fit-store';
import { createFitLines, type FitLine } from '@/device/fit/fit-lines';
import { loadFitStrings } from '@/device/fit/load-fit-strings.client';
import type { KnownLanguages } from '@/model/language-needs';
import type { CardLoader } from '../cards/load-cards.client';
import { readFitColumns } from './fit-columns';

/** The fit of the rows with the visitor's answers. */
export interface FitResults {
  /** The score of each row; the higher, the better the fit. */
  readonly scores: readonly number[];
  /** The description of a row's fit, short unless it is wanted in full. */
  readonly lines: (row: number, isShort?: boolean) => readonly FitLine[];
}

/** The visitor's answers, and their languages where they search for any (`searchedLanguages`). */
export interface FitVisitor {
  readonly answers: readonly FitItem[];
  readonly languages: KnownLanguages | undefined;
}

/** Computes the fit of all rows; undefined without answers. Rejects as a `CardLoader` does, or with a `FitStringsError`. */
export async function computeFitResults(
  cards: Pick<CardLoader, 'table' | 'fitColumns'>,
  { answers, languages }: FitVisitor,
  stringsUrl: string,
  locale: string,
): Promise<FitResults | undefined> {
  const profile = profileFromAnswers(answers);
  const check = createFitChecker({ ...profile, languages: languages ?? profile.languages });
  if (!check) return undefined;
  const [table, file, words] = await Promise.all([
    cards.table(),
    cards.fitColumns(),
    loadFitStrings(stringsUrl),
  ]);
  const needsOf = readFitColumns(file, table);
  const reasons = Array.from({ length: table.size }, (_, row) => check(needsOf(row)));
  return {
    scores: reasons.map(fitScore),
    lines: (row, isShort = true) => createFitLines(reasons[row] ?? [], words, locale, isShort),
  };
}
