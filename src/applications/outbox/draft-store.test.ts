import { expect, it } from 'vitest';
import { draftLifetimeMs } from '@/device/storage/application/draft';
import { IDBFactory } from 'fake-indexeddb';
import { openPageRecords } from '@/device/storage/application/page-records';
import { createRecordStore } from '@/device/storage/records.client';
import { openDraftStore } from './draft-store';

const now = Date.parse('2026-11-25T12:00:00.000Z');
const about = { form: 'apply.wells', title: 'Wells', lang: 'en', path: '/en/wells/' };
const draftOf = (motivation: string, savedAt: number, revision: number) => ({
  ...about,
  id: 'd1',
  answers: { motivation },
  savedAt: new Date(savedAt).toISOString(),
  revision,
});

/** A device with these drafts, and the drafts of a form on it. */
async function openWith(drafts: readonly ReturnType<typeof draftOf>[], locks?: LockManager) {
  const factory = new IDBFactory();
  const records = openPageRecords(createRecordStore(() => factory));
  for (const draft of drafts) await records.change('drafts', draft.id, () => draft);
  const rest = { now: () => now, newId: () => 'd2', changed: () => {}, patienceMs: 10 };
  return { records, store: openDraftStore(about, { records, locks, ...rest }) };
}

it('restores a draft that was too old until another tab, which then closed, saved it anew', async () => {
  const { records, store } = await openWith([draftOf('Old', now - draftLifetimeMs - 1, 1)], {
    // The other tab holds the draft meanwhile.
    request: async (...request: Parameters<LockManager['request']>) => {
      await records.change('drafts', 'd1', () => draftOf('Old and new', now, 2));
      return navigator.locks.request(...request);
    },
  } as LockManager);
  const restored = await store.restore(() => true);
  expect(restored?.answers).toEqual({ motivation: 'Old and new' });
  expect(await records.all('drafts')).toHaveLength(1);
});

it('offers another draft of the form beside the one that it restores', async () => {
  const older = { ...draftOf('A long text', now - 2000, 4), id: 'd0' };
  const { store } = await openWith([older, draftOf('A word', now - 1000, 1)]);
  expect((await store.restore(() => true))?.id).toBe('d1');
  expect(store.conflicting()?.id).toBe('d0');
});
