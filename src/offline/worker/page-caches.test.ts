import { expect, test } from 'vitest';
import { isOutdated, markStoredPage, savedCache, shellCache, visitedCache } from './page-caches';

test('only this site’s caches of other builds and formats are outdated', () => {
  expect(isOutdated(shellCache('old'), 'new')).toBe(true);
  expect(isOutdated('ov:visited:0', 'new')).toBe(true);
  for (const name of [shellCache('new'), visitedCache, savedCache, 'somebody-else']) {
    expect(isOutdated(name, 'new'), name).toBe(false);
  }
});

test('a stored page says from when it is, once', () => {
  expect(
    markStoredPage('<!DOCTYPE html><html lang="en"><p>&lt;html></html>', '2026-11-25T12:00:00.000Z', 0),
  ).toBe('<!DOCTYPE html><html data-stored="2026-11-25T12:00:00.000Z" lang="en"><p>&lt;html></html>');
});

test('a stored page hides what was to show until an instant that has passed', () => {
  const page = '<a data-until="1000">Apply</a><a data-until="2000">Write</a>';
  expect(markStoredPage(page, '', 999)).toBe(page);
  expect(markStoredPage(page, '', 1000)).toBe(
    '<a data-until="1000" hidden>Apply</a><a data-until="2000">Write</a>',
  );
});
