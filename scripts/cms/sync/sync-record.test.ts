import { appendFile, readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder';
import { openSyncRecord, syncRecordFile } from './sync-record';

const folder = temporaryFolder();
let file = '';
beforeEach(() => {
  file = folder.at('local/master/content.jsonl');
});

const created = '2026-01-01T00:00:00.000Z';
const first = { fields: { 'fr.title': 'a1' }, publishedVersion: 3 };
const second = { fields: { 'fr.title': 'b2' }, publishedVersion: 5 };

describe('a record of what both sides had', () => {
  it('is one for each folder, space and environment', () => {
    expect(syncRecordFile({ space: 's', environment: 'e' }, 'my/content', 'dir')).toBe(
      'dir/s/e/my--content.jsonl',
    );
  });

  it('is read again, each entry in its last state', async () => {
    const record = await openSyncRecord(file, created);
    expect(record.known('page/x')).toEqual({});
    await record.confirm('page/x', first);
    await record.confirm('page/y', first);
    await record.intend('page/x', second);
    const again = await openSyncRecord(file, created);
    expect(again.known('page/x')).toEqual({ seen: first, intended: second });
    await again.confirm('page/x', second);
    const last = await openSyncRecord(file, created);
    expect(last.known('page/x')).toEqual({ seen: second });
    expect(last.known('page/y')).toEqual({ seen: first });
  });

  it('loses no more than the line that was cut off when the machine stopped', async () => {
    await (await openSyncRecord(file, created)).confirm('page/x', first);
    await appendFile(file, '{"key":"page/y","seen":{"fie');
    const record = await openSyncRecord(file, created);
    expect(record.known('page/x')).toEqual({ seen: first });
    expect(record.known('page/y')).toEqual({});
    await record.confirm('page/z', first);
    expect((await openSyncRecord(file, created)).known('page/z')).toEqual({ seen: first });
  });

  it('says nothing about an environment that was made again under the same name', async () => {
    await (await openSyncRecord(file, created)).confirm('page/x', first);
    const other = await openSyncRecord(file, '2026-02-02T00:00:00.000Z');
    expect(other.known('page/x')).toEqual({});
  });

  it('isn’t written where nothing has changed', async () => {
    await (await openSyncRecord(file, created)).confirm('page/x', first);
    const before = await readFile(file, 'utf8');
    await (await openSyncRecord(file, created)).confirm('page/x', { ...first });
    expect(await readFile(file, 'utf8')).toBe(before);
  });
});
