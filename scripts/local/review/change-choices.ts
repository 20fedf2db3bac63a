/** Carries out what the page asks to choose. Pure: it returns the new choices. */
import { OperatorError } from '@/model/operator-error';
import { findTargetByPath } from '@scripts/cms/import/import-fields';
import { importTypes } from '@scripts/cms/import/import-types';
import {
  changeRow,
  chooseColumn,
  chooseTerm,
  withdrawRows,
  type ReviewChoices,
} from '@scripts/cms/import/review/choices';
import { cellText } from '@scripts/cms/import/review/row-ids';
import { foldWords } from '@scripts/cms/import/values/fold-words';
import type { ReviewRow } from './review-rows';
import type { ReviewRequest } from './review-request';
import type { CellPlace } from './review-types';

/** Something else was chosen since the page was shown. */
export class ChosenMeanwhileError extends OperatorError {
  override readonly name = 'ChosenMeanwhileError';
  override readonly hint = 'Look at it, and choose again.';

  /** `current`: what counts now. */
  constructor(readonly current: string) {
    super('This was changed elsewhere meanwhile.');
  }
}

/** Requests that change something. */
type ChoiceRequest = Extract<
  ReviewRequest,
  {
    action:
      | 'correct'
      | 'restore'
      | 'mean'
      | 'dates'
      | 'column'
      | 'accept'
      | 'acceptReady'
      | 'acceptDrafts'
      | 'withdraw'
      | 'setAside'
      | 'bringBack';
  }
>;

function assertSeen(current: string, seen: string, wanted: string): void {
  // Two people may choose the same.
  if (current !== seen && current !== wanted) throw new ChosenMeanwhileError(current);
}

/** Returns the text that counts for a cell now: its correction, else the sheet's own. */
function readPlace(choices: ReviewChoices, row: ReviewRow, place: CellPlace): string {
  const own = choices.rows[row.id];
  if ('field' in place) return own?.fields?.[place.field] ?? '';
  const sheet = cellText(row.original.cells.get(place.column));
  const correction = own?.cells?.[place.column];
  return correction?.was === sheet ? correction.now : sheet;
}

function writePlace(choices: ReviewChoices, row: ReviewRow, place: CellPlace, text: string): ReviewChoices {
  return changeRow(choices, row.id, (own) => {
    const { title } = row;
    if ('field' in place) {
      const others = Object.entries(own.fields ?? {}).filter(([name]) => name !== place.field);
      return {
        ...own,
        title,
        fields: Object.fromEntries(text === '' ? others : [...others, [place.field, text]]),
      };
    }
    const { column } = place;
    const was = cellText(row.original.cells.get(column));
    const others = Object.entries(own.cells ?? {}).filter(([name]) => name !== column);
    const cells = Object.fromEntries(text === was ? others : [...others, [column, { was, now: text }]]);
    return { ...own, title, cells };
  });
}

/** Changes the rows of these ids. */
function changeRows(
  choices: ReviewChoices,
  rows: readonly ReviewRow[],
  change: Parameters<typeof changeRow>[2],
): ReviewChoices {
  return rows.reduce(
    (all, { id, title }) => changeRow(all, id, (row) => ({ title, ...change(row) })),
    choices,
  );
}

/** Accepts rows as they are now. One pass, since there may be thousands. */
function acceptRows(choices: ReviewChoices, rows: readonly ReviewRow[]): ReviewChoices {
  const accepted = rows.map(
    ({ id, title, hash }) => [id, { ...choices.rows[id], title, accepted: hash }] as const,
  );
  return { ...choices, rows: { ...choices.rows, ...Object.fromEntries(accepted) } };
}

/** Returns the choices after a request. Throws a `ChosenMeanwhileError`. `rows` are all rows, as they are planned. */
export function changeChoices(
  choices: ReviewChoices,
  request: ChoiceRequest,
  rows: readonly ReviewRow[],
): ReviewChoices {
  const find = (ids: readonly string[]) => {
    const wanted = new Set(ids);
    return rows.filter(({ id }) => wanted.has(id));
  };
  switch (request.action) {
    case 'correct':
    case 'restore': {
      const [row] = find([request.row]);
      // Its row is gone from the sheet.
      if (!row) throw new ChosenMeanwhileError('');
      const text =
        request.action === 'correct'
          ? request.text
          : 'field' in request.place
            ? ''
            : cellText(row.original.cells.get(request.place.column));
      assertSeen(readPlace(choices, row, request.place), request.seen, text);
      return writePlace(choices, row, request.place, text);
    }
    case 'mean': {
      const { path, word, seen, id } = request;
      const folded = foldWords(word);
      assertSeen(choices.terms[path]?.[folded]?.id ?? '', seen ?? '', id ?? '');
      return chooseTerm(choices, path, folded, id === null ? undefined : { word, id });
    }
    case 'column': {
      const { column, field } = request;
      if (
        field !== null &&
        !importTypes.some((type) => findTargetByPath(type, field)?.field.isItemPart === false)
      )
        throw new ChosenMeanwhileError('');
      return chooseColumn(choices, column, field);
    }
    case 'dates': {
      return { ...choices, dates: request.order ?? undefined };
    }
    case 'accept': {
      const hashes = new Map(request.rows.map(({ id, hash }) => [id, hash]));
      // A row that says something else by now isn't what was accepted.
      const seen = rows.filter(({ id, hash, state }) => hashes.get(id) === hash && state !== 'blocked');
      return acceptRows(choices, seen);
    }
    case 'acceptReady':
    case 'acceptDrafts': {
      const wanted = request.action === 'acceptReady' ? 'ready' : 'draft';
      return acceptRows(
        choices,
        rows.filter(({ state }) => state === wanted),
      );
    }
    case 'withdraw':
      return withdrawRows(choices, new Set(request.rows));
    case 'setAside':
      return changeRows(choices, find(request.rows), (row) => ({ ...row, isAside: true }));
    case 'bringBack':
      return changeRows(choices, find(request.rows), (row) => ({ ...row, isAside: false }));
  }
}
