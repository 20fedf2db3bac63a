import { expect, it } from 'vitest';
import { draftLifetimeMs } from '@/device/storage/application/draft';
import { memoryRecords } from '@/device/storage/records';
import { openDraftStore } from './draft-store';

const now = Date.parse('2026-11-25T12:00:00.000Z');
const draftOf = (motivation: string, savedAt: number, revision: number) => ({
  id: 'd1',
  form: 'apply.wells',
  answers: { motivation },
  savedAt: new Date(savedAt).toISOString(),
  revision,
});

it('restores a draft that was too old until another tab, which then closed, saved it anew', async () => {
  const records = memoryRecords();
  await records.change('drafts', 'd1', () => draftOf('Old', now - draftLifetimeMs - 1, 1));
  const store = openDraftStore('apply.wells', {
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
