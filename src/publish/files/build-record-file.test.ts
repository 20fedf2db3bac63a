import { expect, it } from 'vitest';
import type { Entry } from '@/model/types/types';
import type { Content } from '@/pipeline/content';
import { parseBuildRecord } from '@/status/build-record';
import { createBuildRecordFile } from './build-record-file';

const entry = (id: string) => ({ type: 'opportunity', id }) as Entry;

const contentOf = (ids: readonly string[]): Content => ({
  locales: ['en'],
  fallbacks: {},
  entries: ids.map(entry),
  pictures: {},
  now: Date.parse('2026-11-25T12:00:00Z'),
});

it('has what is on the site, and nothing else that the source has', () => {
  const hashes = new Map(
    ['shown', 'draft', 'refused', 'future'].map((id) => [`opportunity/${id}`, `of-${id}`]),
  );
  const { path, text } = createBuildRecordFile(
    { content: contentOf(['shown', 'unknown']), hashes },
    'c'.repeat(64),
  );
  expect(path).toBe('/build.json');
  expect(parseBuildRecord(text)).toEqual({
    version: 1,
    built: '2026-11-25T12:00:00.000Z',
    code: 'c'.repeat(12),
    content: '2026-11-25T12:00:00.000Z',
    entries: { 'opportunity/shown': 'of-shown' },
  });
  expect(text).not.toMatch(/draft|refused|future/);
});
