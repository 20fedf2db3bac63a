/** Which files there are for each entry and each list, so that none appears or disappears unnoticed. */
import { expect, it } from 'vitest';
import { rawOpportunity, rawOrganization } from '@/model/samples.fixture';
import type { RawEntry } from '@/model/types/entry';
import { pagesByKind } from '@/site/page-paths';
import { siteOf, smallEntries } from '@/views/views.fixture';
import { generateSiteFiles } from './planned-files';
import { listSharePaths } from './write-share';

const siteUrl = new URL('https://example.org/');

/** The path of every file of a site in English and French, without the hash of its content, but for those of the search. */
function outputsOf(entries: readonly RawEntry[]): string[] {
  const site = siteOf(entries);
  const pages = [...site.byLocale.values()].flatMap((own) =>
    [...pagesByKind(own)].flatMap(([kind, paths]) => paths.map((path) => `page of ${kind}: ${path}`)),
  );
  const files = [...generateSiteFiles(site, siteUrl)].map(({ path }) => path);
  const shared = listSharePaths(site, siteUrl).map((path) => path.replace(/-[0-9a-f]{12}\./, '.'));
  return [...pages, ...files, ...shared];
}

const listNames: readonly (readonly [RegExp, string])[] = [
  [/browse\/task\/[^/]+\/lang\/[^/]+\//, 'TASK AND LANGUAGE/'],
  [/browse\/[^/]+\/[^/]+\//, 'VALUE/'],
  [/(?:opportunities|missions)\/(?=[a-z]+\.)/, 'OPPORTUNITIES/'],
  [/organi[sz]ations\/[^/]+\//, 'ORGANIZATION/'],
  [/campa(?:igns|gnes)\/[^/]+\//, 'CAMPAIGN/'],
];

/** The kind of a file: its path without what names a language, an entry or a list. */
function kindOf(path: string): string {
  const [, page] = /^(page of \w+):/.exec(path) ?? [];
  if (page !== undefined) return page;
  const record = /^\/data\/v1\/\w+\//.exec(path)?.[0];
  if (record !== undefined && !path.includes('/schema/'))
    return `${record}ID${path.slice(path.lastIndexOf('.'))}`;
  if (path.startsWith('/data/')) return path;
  const named = path.replace(/\/(?:en|fr)\//, '/').replace(/^\/share\/(\w+)-?.*(?=\.)/, '/share/$1');
  return listNames.reduce((name, [pattern, kind]) => name.replace(pattern, kind), named);
}

/** Number of files by kind. */
const countKinds = (paths: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    Object.entries(Object.groupBy(paths, kindOf)).map(([kind, all = []]) => [kind, all.length]),
  );

/** Number of files by kind that come with further entries. */
function addedBy(before: readonly RawEntry[], ...more: readonly RawEntry[]): Record<string, number> {
  const had = new Set(outputsOf(before));
  return countKinds(outputsOf([...before, ...more]).filter((path) => !had.has(path)));
}

/** In the lists of `wells` alone. */
const another = (organization: string) =>
  rawOpportunity(`more${organization}`, { organization, posted: '2026-03-02', causes: ['water'] });

it('an opportunity has a page in each language, and for all of them one record and one calendar', () => {
  expect(addedBy(smallEntries(), another('o1'))).toEqual({
    '/data/v1/opportunities/ID.ics': 1,
    '/data/v1/opportunities/ID.json': 1,
    'page of opportunity': 2,
  });
});

/** In each language. */
const listOfOrganization = {
  '/ORGANIZATION/calendar.ics': 2,
  '/ORGANIZATION/feed.xml': 2,
  '/embed/ORGANIZATION/cards/index.html': 2,
  '/embed/ORGANIZATION/index.html': 2,
  '/embed/ORGANIZATION/oembed.json': 2,
};

it('an organization has no feeds and embeds before its first opportunity', () => {
  expect(addedBy(smallEntries(), rawOrganization('o3'))).toEqual({
    '/data/v1/organizations/ID.json': 1,
    '/share/organization.pdf': 2,
    '/share/organization.png': 2,
    'page of organization': 2,
  });
  expect(addedBy([...smallEntries(), rawOrganization('o3')], another('o3'))).toEqual({
    ...listOfOrganization,
    '/data/v1/opportunities/ID.ics': 1,
    '/data/v1/opportunities/ID.json': 1,
    'page of opportunity': 2,
  });
});

it('a list keeps its feeds and embeds when its last opportunity has closed', () => {
  const closed = rawOpportunity('moreo3', { organization: 'o3', posted: '2026-03-02', status: 'filled' });
  expect(addedBy([...smallEntries(), rawOrganization('o3')], closed)).toEqual({
    ...listOfOrganization,
    'page of opportunity': 2,
  });
});

it('a site has these files, by kind', () => {
  const files = outputsOf(smallEntries()).filter((path) => path.startsWith('/'));
  expect(countKinds(files)).toMatchInlineSnapshot(`
    {
      "/.well-known/security.txt": 1,
      "/CAMPAIGN/calendar.ics": 2,
      "/CAMPAIGN/feed.xml": 2,
      "/OPPORTUNITIES/calendar.ics": 2,
      "/OPPORTUNITIES/feed.json": 2,
      "/OPPORTUNITIES/feed.xml": 2,
      "/ORGANIZATION/calendar.ics": 4,
      "/ORGANIZATION/feed.xml": 4,
      "/TASK AND LANGUAGE/calendar.ics": 6,
      "/TASK AND LANGUAGE/feed.xml": 6,
      "/VALUE/calendar.ics": 30,
      "/VALUE/feed.xml": 30,
      "/data/v1/LICENSE.txt": 1,
      "/data/v1/SHA256SUMS": 1,
      "/data/v1/changes.csv": 1,
      "/data/v1/changes.json": 1,
      "/data/v1/index.json": 1,
      "/data/v1/opportunities.csv": 1,
      "/data/v1/opportunities.json": 1,
      "/data/v1/opportunities/ID.ics": 2,
      "/data/v1/opportunities/ID.json": 2,
      "/data/v1/organizations.csv": 1,
      "/data/v1/organizations.json": 1,
      "/data/v1/organizations/ID.json": 2,
      "/data/v1/schema/changes.schema.json": 1,
      "/data/v1/schema/index.schema.json": 1,
      "/data/v1/schema/opportunities.schema.json": 1,
      "/data/v1/schema/organizations.schema.json": 1,
      "/embed/CAMPAIGN/index.html": 2,
      "/embed/CAMPAIGN/oembed.json": 2,
      "/embed/OPPORTUNITIES/index.html": 2,
      "/embed/OPPORTUNITIES/oembed.json": 2,
      "/embed/ORGANIZATION/cards/index.html": 4,
      "/embed/ORGANIZATION/index.html": 4,
      "/embed/ORGANIZATION/oembed.json": 4,
      "/embed/VALUE/index.html": 30,
      "/share/campaign.pdf": 8,
      "/share/campaign.png": 8,
      "/share/campaign.svg": 2,
      "/share/campaign.webp": 6,
      "/share/organization.pdf": 4,
      "/share/organization.png": 4,
      "/share/press.pdf": 2,
      "/share/site.png": 2,
      "/share/story.png": 2,
      "/share/task.png": 24,
    }
  `);
});

it('a site has this many pages', () => {
  const pages = outputsOf(smallEntries()).filter((path) => !path.startsWith('/'));
  const kinds = Object.entries(countKinds(pages));
  expect(kinds).toHaveLength(27);
  // The others have one in each language.
  expect(Object.fromEntries(kinds.filter(([, count]) => count !== 2))).toEqual({
    'page of browseList': 134,
    'page of message': 12,
    'page of opportunity': 6,
    'page of organization': 4,
    'page of sent': 4,
    'page of textPage': 4,
  });
});
