import { setTimeout } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import type { Content } from '@/pipeline/content';
import { loadContent, writeSnapshot } from './snapshot';

const content = (now: number): Content => ({
  locales: ['en'],
  fallbacks: {},
  entries: [],
  pictures: {},
  now,
});

const folder = temporaryFolder();

it('is read again after it was rewritten', async () => {
  const file = folder.at('snapshot.json');
  vi.stubEnv('OV_RENDER', JSON.stringify({ snapshot: file }));
  await writeSnapshot(file, content(1));
  const first = await loadContent();
  expect(first.now).toBe(1);
  expect(await loadContent()).toBe(first);
  await setTimeout(10);
  await writeSnapshot(file, content(2));
  expect((await loadContent()).now).toBe(2);
});
