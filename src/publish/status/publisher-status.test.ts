import { expect, it } from 'vitest';
import type { PublishStatus } from '@/status/publish-status';
import { createPublisherStatus } from './publisher-status';

const start = Date.parse('2026-11-25T10:00:00Z');

/** A publisher whose clock advances a second at each step. */
function publisher(before?: PublishStatus) {
  let clock = start;
  const saved: PublishStatus[] = [];
  const status = createPublisherStatus({
    site: 'https://example.org',
    before,
    save: (one) => saved.push(one),
    now: () => (clock += 1000),
  });
  return { status, saved };
}

const leftOut = [{ type: 'story', id: 'c', title: 'C', reasons: ['is missing'] }];

it('tells of a publish from the request to the site', () => {
  const { status, saved } = publisher();
  status.setQueued(true);
  const { queued } = status.current();
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
  expect(saved.at(-1)).toEqual(status.current());
});

it('tells of a failure until a success', () => {
  const { status } = publisher();
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
  const { status } = publisher();
  status.succeed({ 'story/a': 'A2', 'story/b': 'B2' }, { 'story/a': 'A1', 'story/b': 'B1' });
  status.succeed({ 'story/b': 'B2' }, { 'story/a': 'A2', 'story/b': 'B2' });
  expect(Object.keys(status.current().live ?? {})).toEqual(['story/b']);
});

it('tells of the 500 entries that changed last, and of none after the first publish', () => {
  const { status } = publisher();
  const all = (version: number) =>
    Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`story/${index}`, `${version}`]));
  status.succeed(all(1), undefined);
  expect(status.current().live).toEqual({});
  status.succeed(all(2), all(1));
  expect(Object.keys(status.current().live ?? {})).toHaveLength(500);
});

it('goes on from what an earlier process left, but not with its work', () => {
  const first = publisher();
  first.status.setQueued(true);
  first.status.begin();
  first.status.setLeftOut(leftOut);
  const { status } = publisher(first.status.current());
  const noWork = { queued: undefined, building: undefined, content: undefined };
  expect(status.current()).toMatchObject({ leftOut, ...noWork });
});
