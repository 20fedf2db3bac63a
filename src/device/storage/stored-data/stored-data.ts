/**
 * All data that the site stores on a visitor's device. The privacy page lists it with a way to delete it; nothing else is
 * stored. The strings are in `src/i18n/strings` (`kept.<id>`).
 */
import { fitKey, searchesKey, standingKey } from '../keys';
import { savedStore } from '../../saved/saved-store';
import { readDraft } from '../application/draft';
import { readSentRecord } from '../application/outbox-entry';
import { sharedDeviceId, type RecordList, type StoredRecord } from '../records';

/** Lists in `localStorage`, by key. */
export const storedLists = [
  { id: 'saved', key: savedStore.key },
  { id: 'searches', key: searchesKey },
  { id: 'fit', key: fitKey },
  { id: 'standing', key: standingKey },
] as const;

const isApplication = (record: StoredRecord) => {
  const sent = readSentRecord(record);
  return sent !== undefined && sent.kind === undefined;
};

/** Parts of the lists in the browser's database (`records.client.ts`). Records outside all of them weren't stored by the site. */
export const databaseParts = [
  { id: 'applied', key: 'applied', list: 'outbox', has: isApplication },
  { id: 'outbox', key: 'outbox', list: 'outbox', has: (record) => !isApplication(record) },
  { id: 'drafts', key: 'drafts', list: 'drafts', has: (record) => readDraft(record) !== undefined },
  { id: 'shared', key: 'shared', list: 'drafts', has: ({ id }) => id === sharedDeviceId },
] as const satisfies readonly {
  readonly id: string;
  /** Identifies the part, as keys do for lists. */
  readonly key: string;
  readonly list: RecordList;
  readonly has: (record: StoredRecord) => boolean;
}[];

/** Pages stored for offline reading are in the browser's caches, whose names begin like the keys. */
export const storedPages = { id: 'pages', key: 'caches' } as const;

/** The beginning of all our keys. */
export const storagePrefix = 'ov:';
