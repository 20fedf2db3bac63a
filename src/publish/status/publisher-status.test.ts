import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { readConfig } from '@/config/config';
import { openPublisherStatus, readPublishStatus } from './publisher-status';

const dir = temporaryFolder();
let file: string;
beforeEach(() => {
  file = dir.at('publish-status.json');
  // Signs of life would be written after a test too.
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

const secret = 'q8Zk2LmX9vT4bR7w';
const config = readConfig({ SITE_URL: 'https://example.org', WEBHOOK_TOKEN: secret });

const open = (isListening = false) =>
  openPublisherStatus({ config, folder: '/srv/current', isListening, file });

/** Changes the process that wrote the file. */
function changeProcess(change: object): void {
  const status = JSON.parse(readFileSync(file, 'utf8')) as { process: object };
  writeFileSync(file, JSON.stringify({ ...status, process: { ...status.process, ...change } }));
}

/** The number of a process that has ended. */
const endedPid = () => spawnSync(process.execPath, ['--version']).pid;

it('is read as it was written, whole and alone', () => {
  const status = open();
  status.begin();
  expect(readPublishStatus(file)).toEqual(JSON.parse(JSON.stringify(status.current())));
  expect(readPublishStatus(file)?.process).toMatchObject({ host: hostname(), pid: process.pid });
  expect(dir.files()).toEqual(['publish-status.json']);
  status.close();
});

it('has no secrets', () => {
  const status = open();
  status.fail(`The token is ${secret}.`);
  expect(readFileSync(file, 'utf8')).toContain('The token is [secret].');
  status.close();
});

it('shows no work of a process that has ended, at once', () => {
  const status = open(true);
  status.setQueued(true);
  status.begin();
  changeProcess({ pid: endedPid() });
  expect(readPublishStatus(file)).toMatchObject({ leftOut: [] });
  expect(readPublishStatus(file)?.building).toBeUndefined();
  expect(readPublishStatus(file)?.hasStopped).toBe(true);
  status.close();
  expect(readPublishStatus(file)?.hasStopped).toBeUndefined();
});

it('shows the work on another machine for a minute after its last sign of life', () => {
  const status = open(true);
  status.begin();
  changeProcess({ host: 'another', pid: endedPid() });
  expect(readPublishStatus(file)?.building).toBeDefined();
  expect(readPublishStatus(file, Date.now() + 61_000)?.building).toBeUndefined();
  status.close();
});

it('stays that of a listening publisher where a build runs beside it', () => {
  const listening = open(true);
  listening.setQueued(true);
  // Its parent runs, and is another process than this one.
  changeProcess({ pid: process.ppid });
  const before = readFileSync(file, 'utf8');
  const single = open();
  single.begin();
  single.fail('Not this one.');
  single.close();
  expect(readFileSync(file, 'utf8')).toBe(before);
  changeProcess({ pid: endedPid() });
  const next = open();
  next.begin();
  expect(readPublishStatus(file)?.building).toBeDefined();
  next.close();
  listening.close();
});

it('is left alone by a listener that could not start', () => {
  const first = open(true);
  first.begin();
  const before = readFileSync(file, 'utf8');
  open(true).close();
  expect(readFileSync(file, 'utf8')).toBe(before);
  first.close();
});

it('begins again for another site or folder', () => {
  const first = open();
  first.fail('The disk is full.');
  first.close();
  const others = [
    openPublisherStatus({ config: readConfig({}), folder: '/srv/current', file }),
    openPublisherStatus({ config, folder: '/srv/other', file }),
  ];
  expect(others.map((other) => other.current().failed)).toEqual([undefined, undefined]);
  const same = open();
  expect(same.current().failed?.reason).toBe('The disk is full.');
  for (const one of [...others, same]) one.close();
});

it('is undefined where there is none, or where it is damaged', () => {
  expect(readPublishStatus(file)).toBeUndefined();
  writeFileSync(file, '{"version": 1');
  expect(readPublishStatus(file)).toBeUndefined();
});

it('never stops a publish: not even where it can’t be written', () => {
  dir.write('taken', '');
  const status = openPublisherStatus({ config, folder: '/srv', file: dir.at('taken/status.json') });
  expect(() => status.begin()).not.toThrow();
  status.close();
});

describe('a publisher', () => {
  const leftOut = [{ type: 'story', id: 'c', title: 'C', reasons: ['is missing'] }];

  it('tells of a publish from the request to the site', () => {
    const status = open();
    status.setQueued(true);
    const { queued } = status.current();
    vi.advanceTimersByTime(1000);
    status.setQueued(true);
    expect(status.current().queued).toBe(queued);
    status.setQueued(false);
    status.begin();
    const { building, content } = status.current();
    expect([queued, building, content].every((one) => one !== undefined)).toBe(true);
    status.setLeftOut(leftOut);
    expect(status.current()).toMatchObject({ leftOut, checked: content, building });
    status.succeed({ 'story/a': 'A2', 'story/b': 'B' }, { 'story/a': 'A1', 'story/b': 'B' });
    const { published, live } = status.current();
    expect(live).toEqual({ 'story/a': { hash: 'A2', since: published } });
    expect(status.current()).toMatchObject({ building: undefined, content: undefined, leftOut });
    expect(readPublishStatus(file)).toEqual(JSON.parse(JSON.stringify(status.current())));
  });

  it('tells of a failure until a success', () => {
    const status = open();
    status.begin();
    const { content } = status.current();
    status.fail('The disk is full.');
    expect(status.current().failed).toMatchObject({ content, reason: 'The disk is full.' });
    status.begin();
    expect(status.current().failed).toBeDefined();
    status.succeed({}, {});
    expect(status.current().failed).toBeUndefined();
  });

  it('forgets since when a version was live that isn’t any longer', () => {
    const status = open();
    status.succeed({ 'story/a': 'A2', 'story/b': 'B2' }, { 'story/a': 'A1', 'story/b': 'B1' });
    status.succeed({ 'story/b': 'B2' }, { 'story/a': 'A2', 'story/b': 'B2' });
    expect(Object.keys(status.current().live ?? {})).toEqual(['story/b']);
  });

  it('tells of the 500 entries that changed last, and of none after the first publish', () => {
    const status = open();
    const all = (version: number) =>
      Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`story/${index}`, `${version}`]));
    status.succeed(all(1), undefined);
    expect(status.current().live).toEqual({});
    status.succeed(all(2), all(1));
    expect(Object.keys(status.current().live ?? {})).toHaveLength(500);
  });

  it('goes on from what an earlier process left, but not with its work', () => {
    const first = open();
    first.setQueued(true);
    first.begin();
    first.setLeftOut(leftOut);
    const status = open();
    const noWork = { queued: undefined, building: undefined, content: undefined };
    expect(status.current()).toMatchObject({ leftOut, ...noWork });
  });
});
