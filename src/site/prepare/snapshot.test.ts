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

it('is waited for, and read again where it has been written anew', async () => {
  const file = folder.at('snapshot.json');
  vi.stubEnv('OV_SNAPSHOT', file);
  const loading = loadContent();
  expect(await Promise.race([loading, setTimeout(60, 'still waiting')])).toBe('still waiting');
  await writeSnapshot(file, content(1));
  expect((await loading).now).toBe(1);
  expect(await loadContent()).toBe(await loading);
  await setTimeout(10);
  await writeSnapshot(file, content(2));
  expect((await loadContent()).now).toBe(2);
});
