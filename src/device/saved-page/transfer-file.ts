/** The file that transfers a visitor's lists from one device to another. Pure. */
import type { AppliedItem } from '../storage/application/applied-item';
import { appliedFormat } from '../applied/applied-format';
import { fitStore, type FitItem } from '../storage/fit/fit-store';
import { readItems } from '../storage/item-store';
import { readObject } from '../storage/read-value';
import { savedStore, type SavedItem } from '../saved/saved-store';
import { searchesStore, type SavedSearch } from '../storage/searches/searches-store';

/** Identifies a file, whatever its name. */
const format = 'online-volunteering/kept';

/** Raised when the meaning of the data changes; a higher version isn't read. */
const version = 1;

/** No list that people make by hand comes near it: a thousand entries take about 300,000 bytes. */
export const maxFileBytes = 5_000_000;

interface TransferLists {
  readonly saved: readonly SavedItem[];
  readonly applied: readonly AppliedItem[];
  /** The answers to the fit check. */
  readonly fit: readonly FitItem[];
  readonly searches: readonly SavedSearch[];
}

const lists = ['saved', 'applied', 'fit', 'searches'] as const satisfies readonly (keyof TransferLists)[];

/** The contents of a file, or why it can't be used. `skipped` counts entries that could not be read. */
type ParsedTransferFile =
  | ({ readonly kind: 'read'; readonly skipped: number } & TransferLists)
  | { readonly kind: 'foreign' | 'newer' };

/** Formats a file. The same lists give the same text. The text of applications stays on the device. */
export function formatTransferFile({ saved, applied, fit, searches }: TransferLists): string {
  const log = applied.map((item) => ({ ...item, copy: undefined }));
  return `${JSON.stringify({ format, version, saved, applied: log, fit, searches }, undefined, 2)}\n`;
}

/** Parses a file from any source. Never throws. */
export function parseTransferFile(text: string): ParsedTransferFile {
  let record;
  try {
    record = readObject(JSON.parse(text));
  } catch {
    return { kind: 'foreign' };
  }
  if (record?.['format'] !== format) return { kind: 'foreign' };
  const made = record['version'];
  if (typeof made === 'number' && made > version) return { kind: 'newer' };
  if (made !== version || lists.some((list) => !Array.isArray(record[list]))) return { kind: 'foreign' };
  const saved = readItems(savedStore, record['saved']);
  const applied = readItems(appliedFormat, record['applied']);
  const fit = readItems(fitStore, record['fit']);
  const searches = readItems(searchesStore, record['searches']);
  return {
    kind: 'read',
    saved: saved.items,
    applied: applied.items,
    fit: fit.items,
    searches: searches.items,
    skipped: saved.skipped + applied.skipped + fit.skipped + searches.skipped,
  };
}
