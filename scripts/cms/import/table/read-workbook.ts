/** Reads spreadsheets of Excel (`.xlsx`) and LibreOffice (`.ods`). */
import { unzipSync } from 'fflate';
import { OperatorError } from '@/model/operator-error';

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

/**
 * Bytes of a workbook, unpacked: some 10,000 opportunities with long texts. A small file can hold thousands of times its
 * size, and reading takes a dozen times the memory of what it holds.
 */
const largestUnpacked = 50_000_000;

/**
 * Returns the bytes that all files of a workbook, which is a zip archive, have by its own list. The reader of workbooks
 * unpacks no file further than it is listed; infinity for one whose size isn't, which it would unpack without a limit.
 * Throws for what is no archive.
 */
function readUnpackedSize(bytes: Uint8Array): number {
  let total = 0;
  unzipSync(bytes, {
    filter: ({ size, originalSize, compression }) => {
      // Even an empty file has two bytes once packed.
      const isUnlisted = compression !== 0 && (size < 2 || (originalSize === 0 && size > 2));
      total += isUnlisted ? Infinity : originalSize;
      return false;
    },
  });
  return total;
}

/** Throws an `OperatorError` for a workbook that is too large to be read. */
function assertSize(bytes: Uint8Array): void {
  const size = readUnpackedSize(bytes);
  if (size <= largestUnpacked) return;
  throw new OperatorError(
    `The file has ${Number.isFinite(size) ? `${Math.round(size / 1e6)} MB` : 'an unknown size'} once unpacked, and a spreadsheet may have ${largestUnpacked / 1e6} MB.`,
    'Delete empty rows, pictures and sheets that aren’t imported, split it into several files, or save it as “CSV UTF-8”.',
  );
}

/** Reads the sheets that have cells, in their order. Rejects with an `OperatorError`. */
export async function readWorkbook(bytes: Uint8Array, format: 'xlsx' | 'ods') {
  if (bytes.length === 0) throw new OperatorError('The file is empty.', 'Download or export it again.');
  // Seldom needed, and large.
  const { readOds, readXlsx } = await import('hucre');
  const read = async () => {
    assertSize(bytes);
    return format === 'ods' ? readOds(bytes) : readXlsx(bytes);
  };
  const workbook = await read().catch((error: unknown) => {
    if (error instanceof OperatorError) throw error;
    throw new OperatorError(
      `The file is no spreadsheet that can be read (${error instanceof Error ? error.message : String(error)}).`,
      'Open it in the program that wrote it, remove a password, and save it again as .xlsx or as “CSV UTF-8”.',
    );
  });
  return workbook.sheets
    .map(({ name, rows, merges = [] }) => ({ name, rows: fillDown(rows, merges) }))
    .filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== null && cell !== '')));
}
