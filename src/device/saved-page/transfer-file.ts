/** The file that moves a visitor's lists to another device. Loaded where something is saved, or a file is opened. */
import { appliedList } from '../applied/applied-log.client';
import { savedStore } from '../saved/saved-store';
import { fitStore } from '../storage/fit/fit-store';
import { mergeItems, readItems, type ItemFormat, type ListItem } from '../storage/item-store';
import { readObject } from '../storage/read-value';
import { searchesStore } from '../storage/searches/searches-store';
import type { StorageOutcome } from '../storage/storage.client';
import type { SavedIslandProps } from './saved-props';
import type { storedList, StoredList } from './use-list.client';

/** Identifies a file, whatever its name. */
const format = 'online-volunteering/kept';

/** Raised when the meaning of the data changes; a higher version isn't read. */
const version = 1;

/** No list that people make by hand comes near it: a thousand entries take about 300,000 bytes. */
const maxFileBytes = 5_000_000;

const stores = { saved: savedStore, fit: fitStore, searches: searchesStore };
type ListName = keyof typeof stores | 'applied';
type TransferLists = Readonly<Record<ListName, readonly ListItem[]>>;
const names: readonly ListName[] = ['saved', 'applied', 'fit', 'searches'];

/**
 * The lists by name. What is done with one is the same for all, so that their items needn't be told apart. `makeList` is of the
 * page around it: shared otherwise, it would be in the scripts of every island.
 */
const listsOf = (makeList: typeof storedList) =>
  ({
    saved: makeList(stores.saved),
    applied: appliedList,
    fit: makeList(stores.fit),
    searches: makeList(stores.searches),
  }) as unknown as Readonly<Record<ListName, StoredList<ListItem>>>;
const formats = { ...stores, applied: appliedList.format } as unknown as Readonly<
  Record<ListName, ItemFormat<ListItem>>
>;

/** The contents of a file, or why it can't be used. `skipped` counts entries that could not be read. */
type ParsedTransferFile =
  | { readonly kind: 'read'; readonly skipped: number; readonly lists: TransferLists }
  | { readonly kind: 'foreign' | 'newer' };

/** Formats a file. The same lists give the same text. The text of applications stays on the device. */
export function formatTransferFile({ applied, ...others }: TransferLists): string {
  const log = applied.map((item) => ({ ...item, copy: undefined }));
  return `${JSON.stringify({ format, version, ...others, applied: log }, undefined, 2)}\n`;
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
  if (made !== version || names.some((name) => !Array.isArray(record[name]))) return { kind: 'foreign' };
  const read = names.map((name) => [name, readItems(formats[name], record[name])] as const);
  return {
    kind: 'read',
    lists: Object.fromEntries(read.map(([name, { items }]) => [name, items])) as TransferLists,
    skipped: read.reduce((sum, [, { skipped }]) => sum + skipped, 0),
  };
}

/** The file with everything that is on the device now. */
export async function createTransferFile(makeList: typeof storedList): Promise<Blob> {
  const lists = listsOf(makeList);
  const read = names.map(async (name) => [name, mergeItems(formats[name], await lists[name].read())]);
  const text = formatTransferFile(Object.fromEntries(await Promise.all(read)) as TransferLists);
  return new Blob([text], { type: 'application/json' });
}

/** Adds a file's entries to the lists. Returns a message with the result. */
export async function importTransferFile(
  file: File,
  t: SavedIslandProps['t'],
  makeList: typeof storedList,
): Promise<string> {
  if (file.size > maxFileBytes) return t('transfer.large');
  const reading = parseTransferFile(await file.text().catch(() => ''));
  if (reading.kind !== 'read') return t(`transfer.${reading.kind}`);
  const lists = listsOf(makeList);
  const counts = { added: 0, updated: 0 };
  let failure: StorageOutcome = 'stored';
  for (const name of names) {
    const { format: own, change } = lists[name];
    for (const item of reading.lists[name]) {
      const outcome = await change(item.id, (present) => {
        const next = present ? own.mergeItem(present, item) : item;
        if (!present) counts.added += 1;
        else if (JSON.stringify(own.readItem(present)) !== JSON.stringify(next)) counts.updated += 1;
        return next;
      });
      if (outcome === 'stored') continue;
      failure = outcome;
      break;
    }
  }
  if (failure !== 'stored') return t(`storage.${failure}`);
  const changes = (['added', 'updated'] as const).flatMap((kind) =>
    counts[kind] > 0 ? [t.count(`transfer.${kind}`, counts[kind])] : [],
  );
  return [
    ...(changes.length > 0 ? changes : [t('transfer.nothingNew')]),
    ...(reading.skipped > 0 ? [t.count('transfer.skipped', reading.skipped)] : []),
  ].join(' ');
}
