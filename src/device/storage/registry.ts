/**
 * Everything that the site keeps on a visitor's device. The privacy page lists it with a way to delete each; what isn't
 * here isn't kept. Words for each are in `content/i18n` (`kept.<id>`).
 */
import { appliedStore } from '../applied';
import { fitKey } from '../fit-mark';
import type { RecordList } from './records';
import { savedStore } from '../saved';
import { sharedKey } from './shared-mark';
import { usualKey } from './usual-key';

export const registry = [
  { id: 'saved', key: savedStore.key },
  { id: 'applied', key: appliedStore.key },
  { id: 'fit', key: fitKey },
  { id: 'usual', key: usualKey },
  { id: 'shared', key: sharedKey },
] as const;

/** What is kept of applications is in the browser's database (`records.client.ts`). */
export const databaseLists: readonly { readonly id: RecordList; readonly key: RecordList }[] = [
  { id: 'drafts', key: 'drafts' },
  { id: 'outbox', key: 'outbox' },
];

/** What is kept for reading without a connection is in the browser's caches, whose names begin as keys do. */
export const pages = { id: 'pages', key: 'caches' } as const;

/** Every key of ours begins so. */
export const prefix = 'ov:';
