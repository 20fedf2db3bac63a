/** Carries out what the page asks to choose. Pure: it returns the new choices. */
import { OperatorError } from '@/model/operator-error';
import {
  changeRow,
  chooseColumn,
  chooseTerm,
  withdrawRows,
  type ReviewChoices,
  type RowChoices,
} from '@scripts/cms/import/review/choices';
import { cellText } from '@scripts/cms/import/review/row-ids';
import type { ReviewRow } from './review-rows';
import type { ReviewRequest } from './review-request';

/** Something else was written since the page was shown: `present`. */
export class ChangedElsewhereError extends OperatorError {
  override readonly name = 'ChangedElsewhereError';

  constructor(readonly present: string) {
    super(`This was changed elsewhere to “${present}”.`);
  }
}

/** Requests that change something. */
type ChoiceRequest = Extract<
  ReviewRequest,
  { action: 'correct' | 'mean' | 'dates' | 'column' | 'decide' | 'acceptAll' }
>;

/** Returns the text that counts for a cell now: its correction, else the sheet's own. */
function readCell({ cells }: RowChoices, sheet: string, column: string): string {
  const correction = cells?.[column];
  return correction?.was === sheet ? correction.now : sheet;
}

/** Returns the choices about a row with another text in a cell, or without one if the sheet says the same. */
function writeCell({ cells = {}, ...own }: RowChoices, was: string, column: string, now: string): RowChoices {
  const others = Object.entries(cells).filter(([other]) => other !== column);
  return { ...own, cells: Object.fromEntries(now === was ? others : [...others, [column, { was, now }]]) };
}

/** Accepts rows as they are now. One pass, since there may be thousands. */
function acceptRows(choices: ReviewChoices, rows: readonly ReviewRow[]): ReviewChoices {
  const accepted = rows.map(
    ({ id, title, hash }) => [id, { ...choices.rows[id], title, accepted: hash }] as const,
  );
  return { ...choices, rows: { ...choices.rows, ...Object.fromEntries(accepted) } };
}

/** Returns the choices after a request. Throws an `OperatorError`. `rows` are all rows, as they are planned. */
export function changeChoices(
  choices: ReviewChoices,
  request: ChoiceRequest,
  rows: readonly ReviewRow[],
): ReviewChoices {
  switch (request.action) {
    case 'correct': {
      const { column, seen, text } = request;
      const row = rows.find(({ id }) => id === request.row);
      const sheet = cellText(row?.original.cells.get(column));
      const present = row && readCell(choices.rows[row.id] ?? {}, sheet, column);
      // Two people may write the same.
      if (!row || (present !== seen && present !== text)) throw new ChangedElsewhereError(present ?? '');
      return changeRow(choices, row.id, (own) => ({
        ...writeCell(own, sheet, column, text),
        title: row.title,
      }));
    }
    case 'mean': {
      const { path, word, id } = request;
      return chooseTerm(choices, path, word, id);
    }
    case 'column':
      return chooseColumn(choices, request.column, request.field);
    case 'dates':
      return { ...choices, dates: request.order ?? undefined };
    case 'decide': {
      const { decision, row: id, hash } = request;
      if (decision === 'withdraw') return withdrawRows(choices, new Set([id]));
      const row = rows.find((one) => one.id === id);
      if (!row) return choices;
      // A row that says something else by now isn't what was accepted.
      if (decision === 'accept')
        return row.hash === hash && row.state !== 'blocked' ? acceptRows(choices, [row]) : choices;
      const isAside = decision === 'setAside';
      return changeRow(choices, id, (own) => ({ ...own, title: row.title, isAside }));
    }
    case 'acceptAll':
      return acceptRows(
        choices,
        rows.filter(({ state }) => state === request.state),
      );
  }
}
