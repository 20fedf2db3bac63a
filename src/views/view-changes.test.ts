/** A view changes where what it shows changes, and nowhere else: then it tells whether a file has to be made again. */

import { describe, expect, it } from 'vitest';
import { rawOpportunity } from '@/model/samples.fixture';
import type { RawEntry, RawFields } from '@/model/types/entry';
import { allViews, pageViews, siteOf, smallEntries } from './views.fixture';

/** The views as text, by path or name. */
const textsOf = (views: Iterable<readonly [path: string, view: object]>) =>
  new Map(Array.from(views, ([path, view]) => [path, JSON.stringify(view)]));

/** The paths that only one of two sites has, or that are different in them. */
const differences = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>) =>
  [...new Set([...one.keys(), ...other.keys()])].filter((path) => one.get(path) !== other.get(path));

const before = textsOf(allViews(siteOf(smallEntries())));

/** The paths of views that differ where an entry has other English texts, sorted. */
function changedBy(id: string, texts: RawFields): string[] {
  const entries = smallEntries().map((entry) =>
    entry.id === id
      ? { ...entry, locales: { ...entry.locales, en: { ...entry.locales.en, ...texts } } }
      : entry,
  );
  return differences(before, textsOf(allViews(siteOf(entries)))).toSorted();
}

/** The lists that `wells` is in, by what it is. */
const listsOfWells = [
  '/en/browse/cause/water/',
  '/en/browse/hours/2-5/',
  '/en/browse/kind/civil/',
  '/en/browse/lang/fr/',
  '/en/browse/length/1-4/',
  '/en/browse/status/open/',
  '/en/browse/task/translation/',
  '/en/browse/task/translation/lang/fr/',
  '/en/campaigns/campaign-water/',
  '/en/opportunities/',
  '/en/organizations/organization-o1/',
];
const wells = '/en/opportunities/translate-guide-wells/';

/** The pages that know the version of the search's data: the search, and those that tell what is new in saved searches. */
const versionPages = ['/en/', '/en/my-volunteering/', '/en/search/'];

describe('other texts of an opportunity', () => {
  it('that only its own page shows change that page, and the version of the search’s data', () => {
    expect(changedBy('wells', { task: 'Do it well.' })).toEqual([...versionPages, wells].toSorted());
  });

  it('that lists show change its lists in that language, with their feeds and embeds, and the data', () => {
    const lists = listsOfWells.flatMap((list) => [
      list,
      // A list of a task in a language has no embed.
      ...(list.includes('/lang/fr/') && list.includes('/task/') ? [] : [`embed ${list}`]),
      ...['feed.xml', 'calendar.ics'].map((file) => list + file),
    ]);
    const own = [
      wells,
      'embed /en/organizations/organization-o1/cards/',
      '/data/v1/opportunities/wells.ics',
      '/en/opportunities/feed.json',
    ];
    expect(changedBy('wells', { summary: 'Another summary.' })).toEqual(
      [...lists, ...own, ...versionPages, '/data/'].toSorted(),
    );
  });

  it('of what has ended change nothing that is open', () => {
    const changed = changedBy('filled', { summary: 'Another summary.' });
    expect(changed).toEqual(
      [
        '/en/browse/status/filled/',
        'embed /en/browse/status/filled/',
        '/en/browse/status/filled/feed.xml',
        '/en/opportunities/translate-guide-filled/',
        '/en/organizations/organization-o1/',
        'embed /en/organizations/organization-o1/cards/',
        ...versionPages,
      ].toSorted(),
    );
  });
});

describe('one more opportunity, or one less', () => {
  // Two a week over two years, so that lists have several pages.
  const many = Array.from({ length: 200 }, (_, index) =>
    rawOpportunity(`task-${index}`, {
      organization: 'o1',
      posted: new Date(Date.parse('2024-12-01') + index * 3.5 * 86_400_000).toISOString().slice(0, 10),
    }),
  );
  const entries = [...smallEntries(), ...many];
  /** The older pages of everything that is open, in English. */
  const olderPages = (raw: readonly RawEntry[]) =>
    textsOf(
      pageViews(siteOf(raw), 'opportunities').filter(([path]) => path.startsWith('/en/opportunities/page/')),
    );
  const all = olderPages(entries);

  it('leaves the older pages of its lists as they were', () => {
    expect(all.size).toBeGreaterThan(5);
    const newest = rawOpportunity('newest', { organization: 'o1', posted: '2026-11-20' });
    // Where the newest page was full, its older rows are a page now, to which the next one leads.
    expect(differences(all, olderPages([...entries, newest])).length).toBeLessThanOrEqual(2);
  });

  it('changes the page that it leaves', () => {
    const { length } = differences(all, olderPages(entries.filter(({ id }) => id !== 'task-80')));
    // Its own; where two pages join, that and those beside them.
    expect(length).toBeGreaterThanOrEqual(1);
    expect(length).toBeLessThanOrEqual(4);
  });
});

describe('other texts of other entries', () => {
  it.each([
    ['o1', { mission: 'To dig.' }, ['/en/organizations/organization-o1/']],
    ['water', { message: 'Dig.' }, ['/en/campaigns/campaign-water/']],
    ['awa', { body: 'More words.' }, ['/en/stories/story-awa/']],
    ['teach', { body: 'More words.' }, ['/en/resources/guide-teach/']],
    ['guide', { body: 'More words.' }, ['/en/info/page-guide/']],
  ])('that only their page shows change that page: %s', (id, texts, paths) => {
    expect(changedBy(id, texts)).toEqual(paths);
  });
});
