/** Reads spreadsheets of Excel (`.xlsx`) and LibreOffice (`.ods`). */
import { ImportError } from '../import-error';
import type { Grid } from './read-grid';

/** A sheet of a workbook that has cells. */
export interface WorkbookSheet {
  readonly name: string;
  readonly rows: Grid;
}

interface MergedCells {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

/** A day as `YYYY-MM-DD`; other values as they are. Cells with a date have midnight in UTC. */
const plainCell = (cell: unknown): unknown => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell);

/** Repeats a cell that spans several rows in each of them: an organization's name beside its opportunities. */
function fillDown(rows: readonly (readonly unknown[])[], merges: readonly MergedCells[]): unknown[][] {
  const filled = rows.map((row) => row.map(plainCell));
  for (const { startRow, startCol, endRow, endCol } of merges) {
    if (startCol !== endCol) continue;
    for (let row = startRow + 1; row <= endRow; row++) {
      const cells = filled[row];
      if (cells) cells[startCol] = filled[startRow]?.[startCol];
    }
  }
  return filled;
}

/** Reads the sheets that have cells, in their order. Rejects with an `ImportError`. */
export async function readWorkbook(bytes: Uint8Array, format: 'xlsx' | 'ods'): Promise<WorkbookSheet[]> {
  // Seldom needed, and large.
  const { readOds, readXlsx } = await import('hucre');
  const workbook = await (format === 'ods' ? readOds(bytes) : readXlsx(bytes)).catch((error: unknown) => {
    throw new ImportError(
      `The file is no spreadsheet that can be read (${error instanceof Error ? error.message : String(error)}).`,
      'Open it in the program that wrote it, remove a password, and save it again as .xlsx or as “CSV UTF-8”.',
    );
  });
  return workbook.sheets
    .map(({ name, rows, merges = [] }) => ({ name, rows: fillDown(rows, merges) }))
    .filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== null && cell !== '')));
}
