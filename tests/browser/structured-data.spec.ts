/** What search engines read of the built site, held against the vocabulary's own definitions. */
import { expect, test } from '@playwright/test';
import { structuredFaults, thingsIn } from '../../src/share/structured/vocabulary.fixture';
import { readBuiltPages } from '../../scripts/built-site/read-pages';
import { siteDir, siteUrl } from '../../scripts/test/ports';
import { findTemplatePages } from '../../scripts/built-site/tested-pages';

const pages = readBuiltPages(siteDir).map((page) => ({
  ...page,
  scripts: [...page.html.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)].map(
    ([, script = '']) => script,
  ),
}));
const withData = pages.filter(({ scripts }) => scripts.length > 0);

test('every page with data keeps to the vocabulary and to what search engines require', async () => {
  expect(withData.length).toBeGreaterThan(500);
  const faults: string[] = [];
  for (const { path, scripts } of withData)
    for (const script of scripts)
      for (const fault of await structuredFaults(script)) faults.push(`${path}: ${fault}`);
  expect(faults.slice(0, 20)).toEqual([]);
});

test('each kind of page says what it is, and a sample is no job', () => {
  const typesAt = new Map(
    withData.map(({ path, scripts }) => [
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

test('addresses lead to pages of the site', () => {
  const known = new Set(pages.map(({ path }) => path));
  const dead = withData.flatMap(({ path, scripts }) =>
    scripts.flatMap((script) =>
      [...script.matchAll(/"(?:url|item)":"([^"]+)"/g)].flatMap(([, url = '']) =>
        url.startsWith(siteUrl) && !known.has(new URL(url).pathname) ? [`${path} -> ${url}`] : [],
      ),
    ),
  );
  expect(dead.slice(0, 20)).toEqual([]);
});

test('the policy lets the data be, and the browser runs nothing of it', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || /security.policy/i.test(message.text()))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  for (const template of ['home', 'open opportunity', 'organization', 'campaign']) {
    const found = findTemplatePages(pages).find((one) => one.template === template);
    await page.goto(found?.path ?? '');
    await expect(page.locator('script[type="application/ld+json"]').first()).toBeAttached();
  }
  expect(complaints).toEqual([]);
});
