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
import { foldWords } from '@scripts/cms/import/values/fold-words';
import type { ReviewRow } from './review-rows';
import type { ReviewRequest } from './review-request';
import type { CellPlace } from './review-types';

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

const sheetText = ({ original }: ReviewRow, place: CellPlace): string =>
  'column' in place ? cellText(original.cells.get(place.column)) : '';

/** Returns the text that counts for a cell now: its correction, else the sheet's own. */
function readPlace({ cells, fields }: RowChoices, row: ReviewRow, place: CellPlace): string {
  const sheet = sheetText(row, place);
  if ('field' in place) return fields?.[place.field] ?? sheet;
  const correction = cells?.[place.column];
  return correction?.was === sheet ? correction.now : sheet;
}

/** Returns the choices about a row with another text, or without one if the sheet says the same. */
function writePlace(own: RowChoices, row: ReviewRow, place: CellPlace, text: string): RowChoices {
  const was = sheetText(row, place);
  const write = <T>(texts: Readonly<Record<string, T>> = {}, name: string, value: T) => {
    const others = Object.entries(texts).filter(([other]) => other !== name);
    return Object.fromEntries(text === was ? others : [...others, [name, value]]);
  };
  return 'field' in place
    ? { ...own, fields: write(own.fields, place.field, text) }
    : { ...own, cells: write(own.cells, place.column, { was, now: text }) };
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
      const { place, seen, text } = request;
      const row = rows.find(({ id }) => id === request.row);
      const present = row && readPlace(choices.rows[row.id] ?? {}, row, place);
      // Two people may write the same.
      if (!row || (present !== seen && present !== text)) throw new ChangedElsewhereError(present ?? '');
      return changeRow(choices, row.id, (own) => ({
        ...writePlace(own, row, place, text),
        title: row.title,
      }));
    }
    case 'mean': {
      const { path, word, id } = request;
      return chooseTerm(choices, path, foldWords(word), id === null ? undefined : { word, id });
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
