/** Every cell of a row, also those without a problem. */
import { useEffect, useState } from 'react';
import type { CellInput, RowView } from '../review-types';
import { CellControl } from './controls/cell-control';
import { useReview } from './use-review';

interface Props {
  readonly row: RowView;
  /** The places that have a control already. */
  readonly shown: ReadonlySet<string>;
}

export function RowCellsPart({ row, shown }: Props) {
  const { cellsOf, t } = useReview();
  const [cells, setCells] = useState<readonly CellInput[]>();
  // Its hash changes whenever one of its cells does.
  useEffect(() => {
    let isWanted = true;
    void cellsOf(row.id).then(
      (loaded) => isWanted && setCells(loaded.cells),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [cellsOf, row.id, row.hash]);
  if (!cells) return <p>{t('Loading…')}</p>;
  return (
    <div className="cells">
      {cells
        .filter(({ place }) => !shown.has(JSON.stringify(place)))
        .map((cell) => (
          <CellControl key={JSON.stringify(cell.place)} row={row.id} cell={cell} />
        ))}
    </div>
  );
}
