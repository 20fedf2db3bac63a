/** The transfer of the visitor's lists to another device, as a file. */
import { useRef, useState } from 'react';
import { appliedList } from '../applied/applied-log.client';
import { savedStore } from '../saved/saved-store';
import { fitStore } from '../storage/fit/fit-store';
import { mergeItems, type ListItem } from '../storage/item-store';
import { searchesStore } from '../storage/searches/searches-store';
import type { StorageOutcome } from '../storage/storage.client';
import type { SavedIslandProps } from './saved-props';
import { formatTransferFile, maxFileBytes, parseTransferFile } from './transfer-file';
import { storedList, type StoredList } from './use-list.client';

const lists = {
  saved: storedList(savedStore),
  applied: appliedList,
  fit: storedList(fitStore),
  searches: storedList(searchesStore),
};

async function downloadTransferFile(name: string): Promise<void> {
  const read = async <Item extends ListItem>({ format, read: readList }: StoredList<Item>) =>
    mergeItems(format, await readList());
  const text = formatTransferFile({
    saved: await read(lists.saved),
    applied: await read(lists.applied),
    fit: await read(lists.fit),
    searches: await read(lists.searches),
  });
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has started to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The number of new entries in a file, and of present ones that it changes. */
interface AddedCounts {
  readonly added: number;
  readonly updated: number;
  readonly outcome: StorageOutcome;
}

/** Adds a file's entries to a list. */
async function addTo<Item extends ListItem>(
  { format, change }: StoredList<Item>,
  items: readonly Item[],
): Promise<AddedCounts> {
  let [added, updated] = [0, 0];
  for (const item of items) {
    const outcome = await change(item.id, (present) => {
      const next = present ? format.mergeItem(present, item) : item;
      if (!present) added += 1;
      else if (JSON.stringify(format.readItem(present)) !== JSON.stringify(next)) updated += 1;
      return next;
    });
    if (outcome !== 'stored') return { added, updated, outcome };
  }
  return { added, updated, outcome: 'stored' };
}

/** Imports a file, and returns a message with the result. */
async function importFile(file: File, { t }: SavedIslandProps): Promise<string> {
  if (file.size > maxFileBytes) return t('transfer.large');
  const reading = parseTransferFile(await file.text().catch(() => ''));
  if (reading.kind !== 'read') return t(`transfer.${reading.kind}`);
  const { saved, applied, fit, searches } = reading.lists;
  const results = [
    await addTo(lists.saved, saved),
    await addTo(lists.applied, applied),
    await addTo(lists.fit, fit),
    await addTo(lists.searches, searches),
  ];
  for (const { outcome } of results) if (outcome !== 'stored') return t(`storage.${outcome}`);
  const sum = (figure: 'added' | 'updated') => results.reduce((total, result) => total + result[figure], 0);
  const counts = [
    ['transfer.added', sum('added')],
    ['transfer.updated', sum('updated')],
  ] as const;
  const changes = counts.flatMap(([key, count]) => (count > 0 ? [t.count(key, count)] : []));
  return [
    ...(changes.length > 0 ? changes : [t('transfer.nothingNew')]),
    ...(reading.skipped > 0 ? [t.count('transfer.skipped', reading.skipped)] : []),
  ].join(' ');
}

export function Transfer(props: SavedIslandProps) {
  const { t } = props;
  const [message, setMessage] = useState('');
  const input = useRef<HTMLInputElement>(null);
  return (
    <section aria-labelledby="transfer">
      <h2 id="transfer">{t('transfer.title')}</h2>
      <p className="prose">{t('transfer.text')}</p>
      <p className="saved-notes">
        <button
          type="button"
          className="button"
          onClick={() =>
            void downloadTransferFile(t('transfer.fileName', { day: new Date().toISOString().slice(0, 10) }))
          }
        >
          {t('transfer.save')}
        </button>
        <button type="button" className="button" onClick={() => input.current?.click()}>
          {t('transfer.open')}
        </button>
      </p>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          const { files } = event.currentTarget;
          const [file] = files ?? [];
          if (!file) return;
          // Reset, so that choosing the same file again counts as a change.
          void importFile(file, props).then(setMessage);
          event.currentTarget.value = '';
        }}
      />
      <p role="status">{message}</p>
    </section>
  );
}
