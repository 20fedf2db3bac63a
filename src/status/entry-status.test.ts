import { expect, it } from 'vitest';
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

const failed = { at: minute(7), content: minute(6), reason: 'The disk is full.' };
const building = (at: number) => ({ building: minute(at), content: minute(at) });
const live = (hash: string) => ({ live: { 'story/a': { hash, since: minute(6) } } });
const problems = ['is too long'];
const draft = { isPublishable: false, problems };

type Case = [
  situation: string,
  publish: Partial<PublishStatus> | undefined,
  expected: object,
  /** Of the version on the site. */
  hash?: string,
  change?: Partial<SavedEntry>,
];

it.each<Case>([
  ['saved, where nothing is known of a publisher', undefined, { is: 'saved' }],
  ['saved, where nothing publishes it yet', { published: minute(9) }, { is: 'saved' }],
  // The version that is saved is on the site.
  ['live', undefined, { is: 'live', since: minute(9) }, 'new'],
  [
    'live, whatever else goes on',
    { queued: minute(7), ...building(6) },
    { is: 'live', since: minute(9) },
    'new',
  ],
  ['live since it was first live', live('new'), { is: 'live', since: minute(6) }, 'new'],
  [
    'live since the build, where another version was live',
    live('old'),
    { is: 'live', since: minute(9) },
    'new',
  ],
  // Building, where the build began to read after it was saved.
  ['building', building(6), { is: 'building', since: minute(6) }],
  ['saved, where the build began too early', building(4), { is: 'saved' }],
  ['saved, where the build has not read yet', { building: minute(6) }, { is: 'saved' }],
  ['queued', { queued: minute(5) }, { is: 'queued', since: minute(5) }],
  [
    'queued behind a build that began too early',
    { ...building(4), queued: minute(5) },
    { is: 'queued', since: minute(5) },
  ],
  // Not live, for a reason.
  ['left out', { leftOut: leftOut('new') }, { is: 'not-live', reasons: ['has no title'] }],
  ['left out and queued', { leftOut: leftOut('new'), queued: minute(8) }, { is: 'not-live' }],
  ['saved, where another version was left out', { leftOut: leftOut('old') }, { is: 'saved' }],
  ['unreadable since it was saved', { leftOut: leftOut(), checked: minute(6) }, { is: 'not-live' }],
  ['saved since it was unreadable', { leftOut: leftOut(), checked: minute(4) }, { is: 'saved' }],
  [
    'not live, for the tool’s own reasons',
    { queued: minute(6) },
    { is: 'not-live', reasons: problems },
    'old',
    { problems },
  ],
  ['live in spite of the tool’s reasons', undefined, { is: 'live' }, 'new', { problems }],
  ['not live after a failure', { failed }, { is: 'not-live', reasons: ['The disk is full.'] }],
  ['queued after a failure', { failed, queued: minute(8) }, { is: 'queued' }],
  ['saved after an earlier failure', { failed: { ...failed, content: minute(4) } }, { is: 'saved' }],
  // The publisher has stopped.
  ['stopped', { hasStopped: true }, { is: 'stopped' }],
  ['stopped after a failure', { hasStopped: true, failed }, { is: 'stopped' }],
  ['left out by a stopped publisher', { hasStopped: true, leftOut: leftOut('new') }, { is: 'not-live' }],
  ['live from a stopped publisher', { hasStopped: true }, { is: 'live' }, 'new'],
  [
    'a draft of a stopped publisher',
    { hasStopped: true },
    { is: 'stopped' },
    'old',
    { isPublishable: false },
  ],
  [
    'saved, where another publisher has built since',
    { hasStopped: true, updated: minute(8), failed },
    { is: 'saved' },
  ],
  // A draft waits while the site still has a former version.
  ['a draft, queued', { queued: minute(6) }, { is: 'queued', since: minute(6) }, 'old', draft],
  ['a draft, building', building(6), { is: 'building' }, 'old', draft],
  ['a draft, saved', {}, { is: 'saved' }, 'old', draft],
])('an entry is %s', (_situation, publish, expected, hash, change) => {
  expect(stateOf(publish, hash, change)).toMatchObject(expected);
});

it('an entry is saved where neither build nor publisher is known', () => {
  expect(entryStatus(saved, {})).toEqual({ is: 'saved', savedAt: minute(5), isOtherLive: false });
});

it('a draft that the site doesn’t have waits for nothing', () => {
  const observed = { build: buildWith(), publish: statusWith({ queued: minute(6) }) };
  expect(entryStatus({ ...saved, ...draft }, observed)).toMatchObject({ is: 'saved', isOtherLive: false });
});

it.each([
  ['old', true],
  ['new', false],
  [undefined, false],
])('the site has another version where its hash is %s: %s', (hash, isOtherLive) => {
  expect(entryStatus(saved, { build: buildWith(hash) }).isOtherLive).toBe(isOtherLive);
});
