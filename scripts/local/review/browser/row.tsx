/** A row of the sheet: the kit's fields with its problems, and the decision about it. */
import { useState } from 'react';
import type { EditorText } from '@/i18n/editor';
import { FindingList } from '@scripts/forms/ui/field';
import type { FieldFinding } from '@scripts/forms/ui/form-context';
import { useWords } from '../../form-page/browser/words';
import type { ReviewRequest } from '../review-request';
import type { CellInput, WordInput } from '../inputs';
import type { RowState } from '../review-types';
import type { ProblemView, RowView } from '../review-view';
import { CellControl, findingOf } from './controls/cell-control';
import { WordControl } from './controls/word-control';
import { useChange } from './use-review';

/** The next step for rows of each state. */
export const stateTexts = {
  blocked: 'To correct',
  draft: 'To complete',
  ready: 'To accept',
  accepted: 'To save',
  saved: 'Done',
  aside: 'Not to import',
} as const satisfies Record<RowState, EditorText>;

/** A cell or word with the problems that it solves, so that no cell has two controls. */
interface Place {
  readonly key: string;
  readonly cell?: CellInput;
  readonly word?: WordInput;
  readonly problems: FieldFinding[];
}

function groupPlaces(problems: readonly ProblemView[]): Place[] {
  const places = new Map<string, Place>();
  const add = (key: string, { text, isBlocking }: ProblemView, part: Pick<Place, 'cell' | 'word'>) => {
    const place = places.get(key) ?? { key, ...part, problems: [] };
    place.problems.push(findingOf(text, isBlocking));
    places.set(key, place);
  };
  for (const problem of problems) {
    for (const cell of problem.cells) add(cell.column, problem, { cell });
    for (const word of problem.words) add(`${word.path}/${word.word}`, problem, { word });
  }
  return [...places.values()];
}

interface PartProps {
  readonly row: RowView;
  readonly problems: readonly ProblemView[];
}

/** The fields that solve problems, below those that none solves. */
function Problems({ row, problems }: PartProps) {
  const others = problems.filter(({ cells, words }) => cells.length + words.length === 0);
  return (
    <>
      <FindingList
        id={`problems-${row.number}-${others.length}`}
        findings={others.map(({ text, isBlocking }) => findingOf(text, isBlocking))}
      />
      {groupPlaces(problems).map(({ key, cell, word, problems: solved }) =>
        cell ? (
          <CellControl key={key} row={row.id} cell={cell} problems={solved} />
        ) : (
          word && <WordControl key={key} word={word} problems={solved} />
        ),
      )}
    </>
  );
}

/** Every cell of a row that has no control already, also those without a problem. */
const OtherCells = ({ row, shown }: { readonly row: RowView; readonly shown: ReadonlySet<string> }) => (
  <div className="grid cells">
    {row.cells
      .filter(({ column }) => !shown.has(column))
      .map((cell) => (
        <CellControl key={cell.column} row={row.id} cell={cell} />
      ))}
  </div>
);

type RowDecision = Extract<ReviewRequest, { action: 'decide' }>['decision'];

function Decision({ row }: { readonly row: RowView }) {
  const { ask, fault } = useChange();
  const { t } = useWords();
  const { state, id, hash } = row;
  const Choice = ({ text, decision }: { readonly text: EditorText; readonly decision: RowDecision }) => (
    <button
      type="button"
      className={decision === 'accept' ? 'is-main' : undefined}
      aria-describedby={`row-${row.number}`}
      onClick={() => ask({ action: 'decide', row: id, hash, decision })}
    >
      {t(text)}
    </button>
  );
  return (
    <div className="decision">
      <span className="state">{t(stateTexts[state])}</span>
      {(state === 'ready' || state === 'draft') && <Choice text="Accept" decision="accept" />}
      {state === 'accepted' && <Choice text="Don’t accept" decision="withdraw" />}
      {state === 'aside' && <Choice text="Import after all" decision="bringBack" />}
      {state !== 'aside' && state !== 'saved' && <Choice text="Don’t import" decision="setAside" />}
      {fault}
    </div>
  );
}

export function Row({ row }: { readonly row: RowView }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const blocking = row.problems.filter(({ isBlocking }) => isBlocking);
  // A warning names its place, but has no control for a cell: “All cells” has those.
  const remarks = row.problems
    .filter(({ isBlocking }) => !isBlocking)
    .map((problem) => ({ ...problem, cells: [] }));
  return (
    <li className="row">
      <div>
        <span className="note">
          {t('Row')} {row.number}
        </span>
        <h2 className="title" tabIndex={-1} id={`row-${row.number}`}>
          {row.title}
        </h2>
        {row.entry !== null && (
          <span className="note">{row.isChange ? t('changes {entry}', { entry: row.entry }) : t('new')}</span>
        )}
      </div>
      <div>
        {blocking.length > 0 && <Problems row={row} problems={blocking} />}
        {remarks.length > 0 && (
          <details>
            <summary>{t('Remarks ({count})', { count: String(remarks.length) })}</summary>
            <Problems row={row} problems={remarks} />
          </details>
        )}
        {isOpen && <OtherCells row={row} shown={new Set(groupPlaces(blocking).map(({ key }) => key))} />}
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('Hide the cells') : t('All cells')}
        </button>
      </div>
      <Decision row={row} />
    </li>
  );
}
