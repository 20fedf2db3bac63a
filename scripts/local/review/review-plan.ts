/** Plans a review. */
import type { Locale } from '@/i18n/locales';
import type { EntryStore } from '@scripts/cms/edit/entry-store';
import { planImport } from '@scripts/cms/import/plan-import';
import type { SheetImport } from '@scripts/cms/import/read-sheet';
import { applyChoices } from '@scripts/cms/import/review/apply-choices';
import type { ReviewChoices } from '@scripts/cms/import/review/choices';
import { listReviewRows } from './review-rows';

/** Everything that decides about rows. */
interface PlanBasis {
  readonly sheet: SheetImport;
  readonly destination: EntryStore;
  readonly choices: ReviewChoices;
  readonly language: Locale;
  readonly today: string;
}

/** Plans what an import would make of each row. */
function planReview({ sheet: original, destination, choices, language, today }: PlanBasis) {
  const settings = { ...original.settings, reportLanguage: language };
  const sheet = applyChoices({ ...original, settings }, choices);
  const plan = planImport(sheet, destination, today);
  return { sheet, plan, rows: listReviewRows(original, sheet, plan, choices) };
}

/** Returns a function that plans. On the same basis it returns the last plan. */
export function createPlanner(): typeof planReview {
  let last: { readonly basis: PlanBasis; readonly planned: ReturnType<typeof planReview> } | undefined;
  return (basis) => {
    const names = Object.keys(basis) as (keyof PlanBasis)[];
    if (!last || names.some((name) => last?.basis[name] !== basis[name]))
      last = { basis, planned: planReview(basis) };
    return last.planned;
  };
}
