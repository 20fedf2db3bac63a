/**
 * Everything that the site stores on a visitor's device. The privacy page lists it with a way to delete each; what isn't
 * here isn't stored. Words for each are in `content/i18n` (`kept.<id>`).
 */
import { fitKey } from '../fit/fit-mark';
import { savedStore } from '../saved/saved';
import { readDraft } from './application/draft';
import { oldLogKey, oldSharedKey } from './old-keys';
import { readSent } from './application/outbox';
import { sharedDeviceId, type RecordList, type StoredRecord } from './records';
import { usualKey } from './application/usual-key';

/** Lists in `localStorage`, by key. */
export const registry = [
  { id: 'saved', key: savedStore.key },
  { id: 'fit', key: fitKey },
  { id: 'usual', key: usualKey },
] as const;

/** A part of a list in the browser's database (`records.client.ts`). What no part has is nothing that the site stored. */
export interface DatabasePart {
  readonly id: string;
  /** Tells it from the others, as the keys do. */
  readonly key: string;
  readonly list: RecordList;
  readonly has: (record: StoredRecord) => boolean;
  /** Where earlier versions of the site had it, in `localStorage`. */
  readonly oldKey?: string;
}

const isApplication = (record: StoredRecord) => {
  const sent = readSent(record);
  return sent !== undefined && sent.kind === undefined;
};

export const databaseParts = [
  { id: 'applied', key: 'applied', list: 'outbox', has: isApplication, oldKey: oldLogKey },
  { id: 'outbox', key: 'outbox', list: 'outbox', has: (record) => !isApplication(record) },
  { id: 'drafts', key: 'drafts', list: 'drafts', has: (record) => readDraft(record) !== undefined },
  {
    id: 'shared',
    key: 'shared',
    list: 'drafts',
    has: ({ id }) => id === sharedDeviceId,
    oldKey: oldSharedKey,
  },
] as const satisfies readonly DatabasePart[];

/** What is stored for reading without a connection is in the browser's caches, whose names begin as keys do. */
export const pages = { id: 'pages', key: 'caches' } as const;

/** Every key of ours begins so. */
export const prefix = 'ov:';
