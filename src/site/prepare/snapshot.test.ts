import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Content } from '@/pipeline/content';
import { loadContent, writeSnapshot } from './snapshot';

const content = (now: number): Content => ({
  locales: ['en'],
  fallbacks: {},
  entries: [],
  pictures: {},
  now,
});

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'snapshot-'));
  file = path.join(folder, 'snapshot.json');
  vi.stubEnv('OV_SNAPSHOT', file);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

it('is waited for, and read again where it has been written anew', async () => {
  const loading = loadContent();
  expect(await Promise.race([loading, setTimeout(60, 'still waiting')])).toBe('still waiting');
  await writeSnapshot(file, content(1));
  expect((await loading).now).toBe(1);
  expect(await loadContent()).toBe(await loading);
  await setTimeout(10);
  await writeSnapshot(file, content(2));
  expect((await loadContent()).now).toBe(2);
});
