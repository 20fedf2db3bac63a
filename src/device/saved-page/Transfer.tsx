/** The transfer of the visitor's lists to another device, as a file. */
import { useRef, useState } from 'react';
import type { AppliedItem } from '../storage/application/applied-item';
import { appliedFormat } from '../applied/applied-format';
import { changeAppliedItem, readAppliedLog } from '../applied/applied-log.client';
import { fitStore } from '../storage/fit/fit-store';
import { mergeItems, type ListItem, type ItemStore } from '../storage/item-store';
import { savedStore } from '../saved/saved-store';
import { searchesStore } from '../storage/searches/searches-store';
import type { SavedIslandProps } from './saved-props';
import { changeStore, readStore, type StorageOutcome } from '../storage/storage.client';
import { maxFileBytes, parseTransferFile, formatTransferFile } from './transfer-file';

async function downloadTransferFile(name: string): Promise<void> {
  const text = formatTransferFile({
    saved: readStore(savedStore),
    applied: mergeItems(appliedFormat, await readAppliedLog()),
    fit: readStore(fitStore),
    searches: readStore(searchesStore),
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
function addTo<Item extends ListItem>(store: ItemStore<Item>, items: readonly Item[]): AddedCounts {
  let added = 0;
  let updated = 0;
  const outcome = changeStore(store, (present) => {
    const next = mergeItems(store, present, items);
    const texts = new Set(present.map((item) => JSON.stringify(item)));
    added = next.length - present.length;
    updated = next.filter((item) => !texts.has(JSON.stringify(item))).length - added;
    return next;
  });
  return { added, updated, outcome };
}

/** The same for the log of applications. */
async function addToLog(items: readonly AppliedItem[]): Promise<AddedCounts> {
  let added = 0;
  let updated = 0;
  for (const item of items) {
    const outcome = await changeAppliedItem(item.id, (present) => {
      const next = present ? appliedFormat.mergeItem(present, item) : item;
      if (!present) added += 1;
      else if (JSON.stringify(appliedFormat.readItem(present)) !== JSON.stringify(next)) updated += 1;
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
  const lists = [
    addTo(savedStore, reading.saved),
    await addToLog(reading.applied),
    addTo(fitStore, reading.fit),
    addTo(searchesStore, reading.searches),
  ];
  const failed = lists
    .map(({ outcome }) => outcome)
    .find((outcome): outcome is Exclude<StorageOutcome, 'stored'> => outcome !== 'stored');
  if (failed) return t(`storage.${failed}`);
  const sum = (figure: 'added' | 'updated') => lists.reduce((total, list) => total + list[figure], 0);
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
