/** The file that transfers a visitor's lists from one device to another. Pure. */
import { appliedFormat } from '../applied/applied-format';
import { savedStore } from '../saved/saved-store';
import { fitStore } from '../storage/fit/fit-store';
import { readItems, type ItemFormat } from '../storage/item-store';
import { readObject } from '../storage/read-value';
import { searchesStore } from '../storage/searches/searches-store';

/** Identifies a file, whatever its name. */
const format = 'online-volunteering/kept';

/** Raised when the meaning of the data changes; a higher version isn't read. */
const version = 1;

/** No list that people make by hand comes near it: a thousand entries take about 300,000 bytes. */
export const maxFileBytes = 5_000_000;

const formats = { saved: savedStore, applied: appliedFormat, fit: fitStore, searches: searchesStore };

type ListName = keyof typeof formats;
type ItemOf<Name extends ListName> = NonNullable<ReturnType<(typeof formats)[Name]['readItem']>>;

type TransferLists = { readonly [Name in ListName]: readonly ItemOf<Name>[] };

/** The contents of a file, or why it can't be used. `skipped` counts entries that could not be read. */
type ParsedTransferFile =
  | { readonly kind: 'read'; readonly skipped: number; readonly lists: TransferLists }
  | { readonly kind: 'foreign' | 'newer' };

/** Formats a file. The same lists give the same text. The text of applications stays on the device. */
export function formatTransferFile({ applied, ...lists }: TransferLists): string {
  const log = applied.map((item) => ({ ...item, copy: undefined }));
  return `${JSON.stringify({ format, version, ...lists, applied: log }, undefined, 2)}\n`;
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
  const names = Object.keys(formats) as ListName[];
  if (made !== version || names.some((name) => !Array.isArray(record[name]))) return { kind: 'foreign' };
  const read = names.map(
    (name) => [name, readItems(formats[name] as ItemFormat<ItemOf<ListName>>, record[name])] as const,
  );
  return {
    kind: 'read',
    lists: Object.fromEntries(read.map(([name, { items }]) => [name, items])) as unknown as TransferLists,
    skipped: read.reduce((sum, [, { skipped }]) => sum + skipped, 0),
  };
}
