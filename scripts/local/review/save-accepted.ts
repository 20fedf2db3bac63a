/** Saves the rows that were accepted. */
import { editorTranslator } from '@/i18n/editor';
import type { Locale } from '@/i18n/locales';
import { excerpt } from '@/model/characters';
import { OperatorError } from '@/model/operator-error';
import type { ImportDestination } from '@scripts/cms/import/destination';
import { saveImport } from '@scripts/cms/import/save-import';
import type { PlannedReview } from './review-plan';
import type { SaveView } from './review-types';

interface AcceptedOptions {
  readonly file: string;
  readonly reportDir: string;
  readonly language: Locale;
  readonly planned: PlannedReview;
  readonly destination: ImportDestination;
  /** Lines that the destination has printed about entries since the save began. */
  readonly said: readonly string[];
  /** Reads the entries again, and plans with them. */
  readonly planAgain: () => Promise<PlannedReview>;
}

/**
 * Saves what is accepted in a plan. A row counts as saved if its entry says what the row says afterwards: so nothing is
 * claimed that isn't there. Rejects only if the entries can't be read again.
 */
export async function saveAccepted({
  file,
  reportDir,
  language,
  planned: { sheet, plan, rows },
  destination,
  said,
  planAgain,
}: AcceptedOptions): Promise<{ readonly view: SaveView; readonly saved: ReadonlySet<string> }> {
  const t = editorTranslator(language);
  const accepted = rows.filter(({ state }) => state === 'accepted');
  const numbers = new Set(accepted.map(({ number }) => number));
  const imported = plan.result.imported.filter(({ row }) => numbers.has(row));
  const part = { ...plan, result: { ...plan.result, imported } };
  const refused: string[] = [];
  try {
    await saveImport({ file, sheet, plan: part, destination, closed: [], isDryRun: false }, t, reportDir);
  } catch (error) {
    refused.push(error instanceof OperatorError ? `${error.message} ${error.hint ?? ''}` : String(error));
  }
  const lines = [...said];
  const ids = new Set(accepted.map(({ id }) => id));
  const after = await planAgain();
  const left = after.rows.filter(({ id, state }) => ids.has(id) && state !== 'saved');
  if (left.length > 0) refused.push(...lines);
  const named = left.map(({ number, title }) =>
    t('Row {row} “{title}” wasn’t saved.', { row: String(number), title: excerpt(title, 60) }),
  );
  const saved = new Set(
    after.rows.flatMap(({ id, state }) => (ids.has(id) && state === 'saved' ? [id] : [])),
  );
  const all = [...refused.map((line) => t.filled(line)), ...named];
  return { view: { isRunning: false, saved: saved.size, refused: all }, saved };
}
