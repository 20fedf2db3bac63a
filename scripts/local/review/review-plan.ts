/** Plans a review. */
import type { Locale } from '@/i18n/locales';
import type { EntryStore } from '@scripts/cms/edit/entry-store';
import { planImport, type ImportPlan } from '@scripts/cms/import/plan-import';
import type { SheetImport } from '@scripts/cms/import/read-sheet';
import { applyChoices, type ReviewedSheet } from '@scripts/cms/import/review/apply-choices';
import type { ReviewChoices } from '@scripts/cms/import/review/choices';
import { listReviewRows, type ReviewRow } from './review-rows';

/** Everything that decides about rows. */
interface PlanBasis {
  readonly sheet: SheetImport;
  readonly destination: EntryStore;
  readonly choices: ReviewChoices;
  readonly language: Locale;
  readonly today: string;
}

/** A sheet with its plan: what an import would make of each row. */
export interface PlannedReview {
  readonly sheet: ReviewedSheet;
  readonly plan: ImportPlan;
  readonly rows: readonly ReviewRow[];
}

/** Returns a function that plans. On the same basis it returns the last plan. */
export function createPlanner(): (basis: PlanBasis) => PlannedReview {
  let last: { readonly basis: PlanBasis; readonly planned: PlannedReview } | undefined;
  return (basis) => {
    const names = Object.keys(basis) as (keyof PlanBasis)[];
    if (last && names.every((name) => last?.basis[name] === basis[name])) return last.planned;
    const { sheet: original, destination, choices, language, today } = basis;
    const settings = { ...original.settings, reportLanguage: language };
    const sheet = applyChoices({ ...original, settings }, choices);
    const plan = planImport(sheet, destination, today);
    const planned = { sheet, plan, rows: listReviewRows(original, sheet, plan, choices) };
    last = { basis, planned };
    return planned;
  };
}
