import { describe, expect, it } from 'vitest';
import type { BuildRecord } from './build-record';
import { entryStatus, type SavedEntry } from './entry-status';
import type { PublishStatus } from './publish-status';

/** The instant of a minute past ten. */
const minute = (at: number) => new Date(Date.UTC(2026, 10, 25, 10, at)).toISOString();

const saved: SavedEntry = { key: 'story/a', at: minute(5), hash: 'new', isPublishable: true, problems: [] };

const buildWith = (hash?: string): BuildRecord => ({
  version: 1,
  built: minute(9),
  code: 'abc',
  content: minute(9),
  entries: hash === undefined ? {} : { 'story/a': hash },
});

const statusWith = (what: Partial<PublishStatus>): PublishStatus => ({
  version: 1,
  updated: minute(10),
  site: 'https://example.org',
  leftOut: [],
  ...what,
});

const leftOut = (hash?: string) => [
  { type: 'story', id: 'a', title: 'A', reasons: ['has no title'], ...(hash !== undefined && { hash }) },
];

const stateOf = (
  publish: Partial<PublishStatus> | undefined,
  hash: string | undefined = 'old',
  change: Partial<SavedEntry> = {},
) => {
  const observed = { build: buildWith(hash), publish: publish && statusWith(publish) };
  return entryStatus({ ...saved, ...change }, observed);
};

describe('an entry that can be published', () => {
  it('is saved where nothing else is known', () => {
    expect(entryStatus(saved, {})).toEqual({ is: 'saved', savedAt: minute(5), isOtherLive: false });
    expect(stateOf(undefined)).toMatchObject({ is: 'saved' });
    expect(stateOf({ published: minute(9) })).toMatchObject({ is: 'saved' });
  });

  it('is live where the site has the version that is saved, whatever else goes on', () => {
    expect(stateOf(undefined, 'new')).toMatchObject({ is: 'live', since: minute(9) });
    expect(stateOf({ queued: minute(7), building: minute(6), content: minute(6) }, 'new')).toMatchObject({
      is: 'live',
      since: minute(9),
    });
  });

  it('is live since it was first live, where the publisher knows that of this version', () => {
    const live = (hash: string) => ({ live: { 'story/a': { hash, since: minute(6) } } });
    expect(stateOf(live('new'), 'new')).toMatchObject({ is: 'live', since: minute(6) });
    expect(stateOf(live('old'), 'new')).toMatchObject({ is: 'live', since: minute(9) });
  });

  it('is being built where the build began to read after it was saved', () => {
    expect(stateOf({ building: minute(6), content: minute(6) })).toMatchObject({
      is: 'building',
      since: minute(6),
    });
    expect(stateOf({ building: minute(4), content: minute(4) })).toMatchObject({ is: 'saved' });
    expect(stateOf({ building: minute(6) })).toMatchObject({ is: 'saved' });
  });

  it('is queued where a publish waits, also behind one that began too early', () => {
    expect(stateOf({ queued: minute(5) })).toMatchObject({ is: 'queued', since: minute(5) });
    const both = { building: minute(4), content: minute(4), queued: minute(5) };
    expect(stateOf(both)).toMatchObject({ is: 'queued', since: minute(5) });
  });

  it('isn’t live because the last build left out this version', () => {
    const reasons = { is: 'not-live', reasons: ['has no title'] };
    expect(stateOf({ leftOut: leftOut('new') })).toMatchObject(reasons);
    expect(stateOf({ leftOut: leftOut('new'), queued: minute(8) })).toMatchObject(reasons);
    expect(stateOf({ leftOut: leftOut('old') })).toMatchObject({ is: 'saved' });
  });

  it('isn’t live because the file couldn’t be read, after it was saved', () => {
    expect(stateOf({ leftOut: leftOut(), checked: minute(6) }).is).toBe('not-live');
    expect(stateOf({ leftOut: leftOut(), checked: minute(4) }).is).toBe('saved');
  });

  it('isn’t live for the reasons that the tool itself finds', () => {
    const problems = ['is too long'];
    expect(stateOf({ queued: minute(6) }, 'old', { problems })).toMatchObject({
      is: 'not-live',
      reasons: problems,
    });
    expect(stateOf(undefined, 'new', { problems }).is).toBe('live');
  });

  it('isn’t live because a publish of it failed, until another one waits or runs', () => {
    const failed = { at: minute(7), content: minute(6), reason: 'The disk is full.' };
    expect(stateOf({ failed })).toMatchObject({ is: 'not-live', reasons: ['The disk is full.'] });
    expect(stateOf({ failed, queued: minute(8) }).is).toBe('queued');
    expect(stateOf({ failed: { ...failed, content: minute(4) } })).toMatchObject({ is: 'saved' });
  });
});

describe('an entry whose publisher has stopped', () => {
  const failed = { at: minute(7), content: minute(6), reason: 'The disk is full.' };

  it('is published by nothing, whatever the publisher did last', () => {
    expect(stateOf({ hasStopped: true })).toMatchObject({ is: 'stopped' });
    expect(stateOf({ hasStopped: true, failed })).toMatchObject({ is: 'stopped' });
    expect(stateOf({ hasStopped: true, leftOut: leftOut('new') }).is).toBe('not-live');
    expect(stateOf({ hasStopped: true }, 'new').is).toBe('live');
    expect(stateOf({ hasStopped: true }, 'old', { isPublishable: false }).is).toBe('stopped');
  });

  it('is saved where another publisher has built the site since', () => {
    expect(stateOf({ hasStopped: true, updated: minute(8), failed })).toMatchObject({ is: 'saved' });
  });
});

describe('a draft', () => {
  const draft = { isPublishable: false, problems: ['is too long'] };

  it('is saved, and waits for nothing', () => {
    const observed = { build: buildWith(), publish: statusWith({ queued: minute(6) }) };
    expect(entryStatus({ ...saved, ...draft }, observed)).toMatchObject({ is: 'saved', isOtherLive: false });
  });

  it('waits while the site still has a former version', () => {
    expect(stateOf({ queued: minute(6) }, 'old', draft)).toMatchObject({ is: 'queued', since: minute(6) });
    expect(stateOf({ building: minute(6), content: minute(6) }, 'old', draft).is).toBe('building');
    expect(stateOf({}, 'old', draft)).toMatchObject({ is: 'saved' });
  });
});

it('tells where the site has another version', () => {
  const isOtherLive = (hash?: string) => entryStatus(saved, { build: buildWith(hash) }).isOtherLive;
  expect([isOtherLive('old'), isOtherLive('new'), isOtherLive()]).toEqual([true, false, false]);
});
