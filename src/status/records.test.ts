import { describe, expect, it } from 'vitest';
import { formatBuildRecord, parseBuildRecord, type BuildRecord } from './build-record';
import { hashFile, hashPublished } from './entry-hash';
import { parsePublishStatus, withoutDeadWork, withoutProcess, type PublishStatus } from './publish-status';

const instant = '2026-11-25T10:00:00.000Z';

const record: BuildRecord = {
  version: 1,
  built: instant,
  code: 'abc',
  content: instant,
  entries: { 'story/a': 'AAAAAAAA', 'story/b': 'BBBBBBBB' },
};

const status: PublishStatus = {
  version: 1,
  updated: instant,
  site: 'https://example.org',
  queued: instant,
  building: instant,
  content: instant,
  published: instant,
  failed: { at: instant, content: instant, reason: 'The disk is full.' },
  checked: instant,
  leftOut: [
    { type: 'story', id: 'c', title: 'C', hash: 'CCCCCCCC', edit: 'https://x', reasons: ['is missing'] },
  ],
  live: { 'story/a': { hash: 'AAAAAAAA', since: instant } },
  folder: '/srv',
  process: { host: 'here', pid: 1, isListening: true },
};

const noWork = { queued: undefined, building: undefined, content: undefined };

const without = (value: object, ...names: readonly string[]) =>
  JSON.stringify(Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name))));

describe('the record of a build', () => {
  it('is read as it was written, an entry a line', () => {
    const text = formatBuildRecord(record);
    expect(parseBuildRecord(text)).toEqual(record);
    expect(text).toContain('\n  "story/b": "BBBBBBBB"\n');
  });

  it.each([
    '',
    '<!doctype html>',
    'null',
    '[]',
    ...Object.keys(record).map((name) => without(record, name)),
    JSON.stringify({ ...record, version: 2 }),
    JSON.stringify({ ...record, built: 'yesterday' }),
    JSON.stringify({ ...record, entries: { 'story/a': 1 } }),
    JSON.stringify({ ...record, entries: ['AAAAAAAA'] }),
  ])('is not %s', (text) => {
    expect(parseBuildRecord(text)).toBeUndefined();
  });

  it('has no room for anything else', () => {
    expect(parseBuildRecord(JSON.stringify({ ...record, drafts: ['story/secret'] }))).toEqual(record);
  });
});

describe('the status of a publisher', () => {
  it('is read as it was written', () => {
    expect(parsePublishStatus(JSON.stringify(status))).toEqual(status);
  });

  it.each(['version', 'updated', 'site', 'leftOut'])('is refused without %s', (name) => {
    expect(parsePublishStatus(without(status, name))).toBeUndefined();
  });

  it.each([
    { building: 'now' },
    { failed: { at: instant, content: instant } },
    { failed: null },
    { leftOut: [null] },
    { leftOut: [{ ...status.leftOut[0], reasons: 'x' }] },
    { leftOut: [{ ...status.leftOut[0], edit: 1 }] },
    { live: { 'story/a': instant } },
    { process: { pid: '1' } },
  ])('is refused with %j', (wrong) => {
    expect(parsePublishStatus(JSON.stringify({ ...status, ...wrong }))).toBeUndefined();
  });

  it('shows no work of a publisher that was silent for more than a minute', () => {
    const at = Date.parse(instant);
    expect(withoutDeadWork(status, at + 59_000)).toBe(status);
    const ended = withoutDeadWork(status, at + 61_000);
    expect(ended).toMatchObject({ ...noWork, failed: status.failed, hasStopped: true });
  });

  it('stays that of a publisher that has ended, but a failure counts for 26 hours only', () => {
    const at = Date.parse(instant);
    const hour = 3_600_000;
    const ended = { ...status, ...noWork, process: undefined };
    expect(withoutDeadWork(ended, at + 25 * hour)).toBe(ended);
    expect(withoutDeadWork(ended, at + 27 * hour).hasStopped).toBe(true);
    const succeeded = { ...ended, failed: undefined };
    expect(withoutDeadWork(succeeded, at + 1000 * hour)).toBe(succeeded);
  });

  it('keeps the machine of the publisher to itself', () => {
    const { process, folder } = withoutProcess(status);
    expect([process, folder]).toEqual([undefined, undefined]);
  });
});

describe('the hash of a version', () => {
  it('changes with each byte of a file', () => {
    const bytes = Buffer.from('title: Été\n'.repeat(3000));
    const changed = Buffer.from(bytes);
    changed[20_000] = 0x41;
    expect(hashFile(bytes)).toMatch(/^[\w-]{8}$/);
    expect(hashFile(changed)).not.toBe(hashFile(bytes));
    expect(hashFile(Buffer.from(bytes))).toBe(hashFile(bytes));
  });

  it('is the same in every version of the program', () => {
    expect([hashFile(Buffer.from('title: Été\n')), hashPublished('abc', 7)]).toEqual([
      'dmOfG0sJ',
      'y_X8iAX0',
    ]);
  });

  it('changes with each publication in Contentful, and with the entry', () => {
    const publications = [
      ['a', 1],
      ['a', 2],
      ['b', 1],
      ['a1', 1],
    ] as const;
    expect(new Set(publications.map(([id, version]) => hashPublished(id, version))).size).toBe(4);
  });
});
