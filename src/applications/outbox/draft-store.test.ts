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

it('restores a draft that was too old until another tab, which then closed, saved it anew', async () => {
  const factory = new IDBFactory();
  const records = openPageRecords(createRecordStore(() => factory));
  await records.change('drafts', 'd1', () => draftOf('Old', now - draftLifetimeMs - 1, 1));
  const store = openDraftStore(about, {
    records,
    locks: {
      // The other tab holds the draft meanwhile.
      request: async (...request: Parameters<LockManager['request']>) => {
        await records.change('drafts', 'd1', () => draftOf('Old and new', now, 2));
        return navigator.locks.request(...request);
      },
    } as LockManager,
    now: () => now,
    newId: () => 'd2',
    changed: () => {},
    patienceMs: 10,
  });
  const restored = await store.restore(() => true);
  expect(restored?.answers).toEqual({ motivation: 'Old and new' });
  expect(await records.all('drafts')).toHaveLength(1);
});

it('offers another draft of the form beside the one that it restores', async () => {
  const factory = new IDBFactory();
  const records = openPageRecords(createRecordStore(() => factory));
  const older = { ...draftOf('A long text', now - 2000, 4), id: 'd0' };
  for (const draft of [older, draftOf('A word', now - 1000, 1)])
    await records.change('drafts', draft.id, () => draft);
  const store = openDraftStore(about, {
    records,
    locks: undefined,
    now: () => now,
    newId: () => 'd2',
    changed: () => {},
    patienceMs: 10,
  });
  expect((await store.restore(() => true))?.id).toBe('d1');
  expect(store.conflicting()?.id).toBe('d0');
});
