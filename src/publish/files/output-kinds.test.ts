/** Which files come with an entry and its lists, so that none appears or disappears unnoticed. */
import { expect, it } from 'vitest';
import { rawOpportunity, rawOrganization } from '@/model/samples.fixture';
import type { RawEntry } from '@/model/types/entry';
import { pagesByKind } from '@/site/page-paths';
import { siteOf, smallEntries } from '@/views/views.fixture';
import { planSiteFiles } from './planned-files';
import { listSharePaths } from './write-share';

const siteUrl = new URL('https://example.org/');

/** The path of every file of a site in English and French, without the hash of its content, but for those of the search. */
function outputsOf(entries: readonly RawEntry[]): string[] {
  const site = siteOf(entries);
  const pages = [...site.byLocale.values()].flatMap((own) =>
    [...pagesByKind(own)].flatMap(([kind, paths]) => paths.map((path) => `page of ${kind}: ${path}`)),
  );
  const files = [...planSiteFiles(site, siteUrl)].flatMap(({ paths, make }) => {
    expect(make().map(({ path }) => path)).toEqual(paths);
    return paths;
  });
  const shared = listSharePaths(site, siteUrl).map((path) => path.replace(/-[0-9a-f]{12}\./, '.'));
  return [...pages, ...files, ...shared];
}

/** The kind of a file: its path without what names a language, an entry or a list. */
function kindOf(path: string): string {
  const [, page] = /^(page of \w+):/.exec(path) ?? [];
  if (page !== undefined) return page;
  const record = /^\/data\/v1\/\w+\//.exec(path)?.[0];
  if (record !== undefined) return `${record}ID${path.slice(path.lastIndexOf('.'))}`;
  const named = path.replace(/\/(?:en|fr)\//, '/').replace(/^\/share\/(\w+)-?.*(?=\.)/, '/share/$1');
  return named.replace(/organi[sz]ations\/[^/]+\//, 'ORGANIZATION/');
}

/** Number of files by kind that come with further entries. */
function addedBy(before: readonly RawEntry[], ...more: readonly RawEntry[]): Record<string, number> {
  const had = new Set(outputsOf(before));
  const added = outputsOf([...before, ...more]).filter((path) => !had.has(path));
  return Object.fromEntries(
    Object.entries(Object.groupBy(added, kindOf)).map(([kind, all = []]) => [kind, all.length]),
  );
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
  '/embed/ORGANIZATION/index.html': 2,
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
