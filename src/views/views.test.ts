/** Every kind of view is plain data, and the same for the same content. */
import { describe, expect, it } from 'vitest';
import { kinds, type KindName } from '@/site/page-kinds';
import { commonViews, fileKinds, fileViews, pageViews, siteOf, smallEntries } from './views.fixture';

/** Checks views of one kind, and those that another build of the same content makes. */
function expectPlain(
  views: readonly (readonly [string, object])[],
  again: readonly (readonly [string, object])[],
): void {
  expect(views.length).toBeGreaterThan(0);
  for (const [path, view] of views) expect(JSON.parse(JSON.stringify(view)), path).toEqual(view);
  expect(JSON.stringify(again)).toBe(JSON.stringify(views));
}

const site = siteOf(smallEntries());
const same = siteOf(smallEntries());

describe('a view is plain data, and the same for the same content', () => {
  it.each(Object.keys(kinds) as KindName[])('of a page: %s', (name) => {
    expectPlain(pageViews(site, name), pageViews(same, name));
  });

  it.each(fileKinds)('of another file: %s', (kind) => {
    expectPlain(fileViews(site, kind), fileViews(same, kind));
  });

  it('of what all languages have in common', () => {
    expectPlain(commonViews(site), commonViews(same));
  });
});
