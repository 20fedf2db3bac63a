/** The fit of every row: loaded, with its data, only where the visitor has given answers. */
import { fitScore } from '@/device/fit/fit-check';
import type { FitLine } from '@/device/fit/fit-lines';
import { loadFit } from '@/device/fit/load-fit.client';
import { profileFromAnswers, type FitItem } from '@/device/storage/fit/fit-store';
import type { KnownLanguages } from '@/model/language-needs';
import type { CardLoader } from '../cards/load-cards.client';
import { readFitColumns } from './fit-columns';

/** The fit of the rows with the visitor's answers. */
export interface FitResults {
  /** The score of each row; the higher, the better the fit. */
  readonly scores: readonly number[];
  /** The short description of a row's fit. */
  readonly lines: (row: number) => readonly FitLine[];
}

/** The visitor's answers, and their languages where they search for any (`searchedLanguages`). */
export interface FitVisitor {
  readonly answers: readonly FitItem[];
  readonly languages: KnownLanguages | undefined;
}

/** Computes the fit of all rows; undefined without answers. Rejects as a `CardLoader` does, or as `loadFit`. */
export async function computeFitResults(
  cards: Pick<CardLoader, 'table' | 'fitColumns'>,
  { answers, languages }: FitVisitor,
  stringsUrl: string,
  locale: string,
): Promise<FitResults | undefined> {
  const profile = profileFromAnswers(answers);
  const [fit, table, file] = await Promise.all([
    loadFit({ ...profile, languages: languages ?? profile.languages }, stringsUrl, locale),
    cards.table(),
    cards.fitColumns(),
  ]);
  if (!fit) return undefined;
  const needsOf = readFitColumns(file, table);
  const reasons = Array.from({ length: table.size }, (_, row) => fit.reasons(needsOf(row)));
  return {
    scores: reasons.map(fitScore),
    lines: (row) => fit.lines(reasons[row] ?? [], true),
  };
}
