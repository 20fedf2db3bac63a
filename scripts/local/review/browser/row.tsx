/** A row of the sheet: its problems with their controls, and the decision about it. */
import { useId, useState } from 'react';
import type { CellInput, ProblemView, RowView, WordInput } from '../review-types';
import { CellControl } from './controls/cell-control';
import { explainFailedRequest } from './api.client';
import { RowCellsPart } from './row-cells';
import { stateTexts } from './state-texts';
import { useReview } from './use-review';
import { WordControl } from './controls/word-control';

/** A cell or word with the problems that it solves, so that no cell has two controls. */
interface Place {
  readonly key: string;
  readonly cell?: CellInput;
  readonly word?: WordInput;
  readonly problems: number[];
}

function groupPlaces(problems: readonly ProblemView[]): Place[] {
  const places = new Map<string, Place>();
  const add = (key: string, problem: number, part: Pick<Place, 'cell' | 'word'>) => {
    const place = places.get(key) ?? { key, ...part, problems: [] };
    place.problems.push(problem);
    places.set(key, place);
  };
  for (const [index, { cells, words }] of problems.entries()) {
    for (const cell of cells) add(JSON.stringify(cell.place), index, { cell });
    for (const word of words) add(`${word.path}/${word.word}`, index, { word });
  }
  return [...places.values()];
}

interface PartProps {
  readonly row: RowView;
  readonly problems: readonly ProblemView[];
}

/** Problems, and below them the controls that solve them. */
function Problems({ row, problems }: PartProps) {
  const { t } = useReview();
  const id = useId();
  return (
    <>
      <ul className="problems">
        {problems.map(({ text, isBlocking }, index) => (
          <li key={text} id={`${id}-${index}`} className={isBlocking ? 'is-problem' : ''}>
            {text}
          </li>
        ))}
      </ul>
      {groupPlaces(problems).map(({ key, cell, word, problems: solved }) => {
        const ids = solved.map((index) => `${id}-${index}`).join(' ');
        if (cell) return <CellControl key={key} row={row.id} cell={cell} problems={ids} />;
        return (
          word && (
            <WordControl
              key={key}
              word={word}
              label={t('{field}: “{word}” means', { field: word.label, word: word.word })}
              problems={ids}
            />
          )
        );
      })}
    </>
  );
}

export function Row({ row }: { readonly row: RowView }) {
  const { t, change } = useReview();
  const [isOpen, setOpen] = useState(false);
  const [fault, setFault] = useState('');
  const { state, problems } = row;
  const decide = (wish: Parameters<typeof change>[0]) => {
    setFault('');
    change(wish).catch((error: unknown) => setFault(explainFailedRequest(error, t)));
  };
  const blocking = problems.filter(({ isBlocking }) => isBlocking);
  // A warning names its place, but has no control for a cell: “All cells” has those.
  const remarks = problems
    .filter(({ isBlocking }) => !isBlocking)
    .map((problem) => ({ ...problem, cells: [] }));
  const shown = new Set(groupPlaces(blocking).map(({ key }) => key));
  return (
    <tr role="row" className={`row is-${state}`}>
      <th role="rowheader" scope="row">
        <span className="number">
          {t('Row')} {row.number}
        </span>
        <span className="title" tabIndex={-1} id={`row-${row.number}`}>
          {row.title}
        </span>
        {row.entry !== null && (
          <span className="entry">
            {row.isChange ? t('changes {entry}', { entry: row.entry }) : t('new')}
          </span>
        )}
      </th>
      <td role="cell">
        {blocking.length > 0 && <Problems row={row} problems={blocking} />}
        {remarks.length > 0 && (
          <details>
            <summary>{t('Remarks ({count})', { count: String(remarks.length) })}</summary>
            <Problems row={row} problems={remarks} />
          </details>
        )}
        {isOpen && <RowCellsPart row={row} shown={shown} />}
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('Hide the cells') : t('All cells')}
        </button>
      </td>
      <td role="cell" className="decision">
        <span className="state">{t(stateTexts[state])}</span>
        {(state === 'ready' || state === 'draft') && (
          <button
            type="button"
            className="is-main"
            aria-describedby={`row-${row.number}`}
            onClick={() => decide({ action: 'accept', rows: [{ id: row.id, hash: row.hash }] })}
          >
            {t('Accept')}
          </button>
        )}
        {state === 'accepted' && (
          <button
            type="button"
            aria-describedby={`row-${row.number}`}
            onClick={() => decide({ action: 'withdraw', rows: [row.id] })}
          >
            {t('Don’t accept')}
          </button>
        )}
        {state === 'aside' ? (
          <button
            type="button"
            aria-describedby={`row-${row.number}`}
            onClick={() => decide({ action: 'bringBack', rows: [row.id] })}
          >
            {t('Import after all')}
          </button>
        ) : (
          state !== 'saved' && (
            <button
              type="button"
              aria-describedby={`row-${row.number}`}
              onClick={() => decide({ action: 'setAside', rows: [row.id] })}
            >
              {t('Don’t import')}
            </button>
          )
        )}
        <p role="status" className="note is-problem">
          {fault}
        </p>
      </td>
    </tr>
  );
}
