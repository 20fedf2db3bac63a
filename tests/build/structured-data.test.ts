/** What search engines read of the built site, held against the vocabulary's own definitions. */
import { beforeAll, expect, it } from 'vitest';
import { structuredFaults, thingsIn } from '../../src/share/structured/vocabulary.fixture';
import { readBuiltPages, type BuiltPage } from '../../scripts/built-site/read-pages';
import { findTemplatePages } from '../../scripts/built-site/tested-pages';
import { sharedSite } from './shared-site';

let pages: readonly (BuiltPage & { readonly scripts: readonly string[] })[];

beforeAll(async () => {
  pages = readBuiltPages((await sharedSite('sample')).dir)
    .map((page) => ({
      ...page,
      scripts: [...page.html.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)].map(
        ([, script = '']) => script,
      ),
    }))
    .filter(({ scripts }) => scripts.length > 0);
});

it('every page with data keeps to the vocabulary and to what search engines require', async () => {
  expect(pages.length).toBeGreaterThan(500);
  const faults: string[] = [];
  for (const { path, scripts } of pages)
    for (const script of scripts)
      for (const fault of await structuredFaults(script)) faults.push(`${path}: ${fault}`);
  expect(faults.slice(0, 20)).toEqual([]);
});

it('each kind of page says what it is, and a sample is no job', () => {
  const typesAt = new Map(
    pages.map(({ path, scripts }) => [
      path,
      scripts.flatMap(thingsIn).map((thing) => String(thing['@type'])),
    ]),
  );
  const wanted: Readonly<Record<string, readonly unknown[]>> = {
    home: ['WebSite'],
    'open opportunity': ['BreadcrumbList'],
    'ended opportunity': ['BreadcrumbList'],
    organization: ['BreadcrumbList', expect.stringMatching(/Organization$|^NGO$/)],
    campaign: ['BreadcrumbList', 'Article'],
    story: ['BreadcrumbList', 'Article'],
  };
  const looked = findTemplatePages(pages).filter(({ template }) => template in wanted);
  expect(looked).toHaveLength(3 * Object.keys(wanted).length);
  for (const { template, path } of looked) expect(typesAt.get(path), path).toEqual(wanted[template]);
  expect([...typesAt.values()].flat()).not.toContain('JobPosting');
});
