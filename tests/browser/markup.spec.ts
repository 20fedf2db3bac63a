import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { full } from '../test-scope';
import { readPageLinks, readBuiltPages } from '../../scripts/built-site/read-pages';
import { siteDir, siteUrl } from '../../scripts/test/ports';
import { findTemplatePages } from '../../scripts/built-site/tested-pages';
import { markupFaults } from '../validator';

test('every page is valid HTML', async () => {
  test.setTimeout(600_000);
  const pages = readBuiltPages(siteDir);
  const chosen = new Set(findTemplatePages(pages).map(({ path: own }) => own));
  const checked = full
    ? pages
    : pages.filter(({ path: own }) => chosen.has(own) || own === '/' || own === '/404.html');
  expect(checked.length).toBeGreaterThan(50);
  const problems: string[] = [];
  for (const { path: own, html } of checked) problems.push(...(await markupFaults(html, own)));
  expect(problems.slice(0, 30)).toEqual([]);
});

test('every internal link and anchor of every page leads somewhere', () => {
  const pages = readBuiltPages(siteDir).map((page) => ({ path: page.path, ...readPageLinks(page) }));
  const idsByPath = new Map(pages.map(({ path: own, ids }) => [own, ids]));
  const broken = pages.flatMap(({ path: own, addresses }) =>
    addresses.flatMap((address) => {
      const url = new URL(address, new URL(own, siteUrl));
      if (url.origin !== siteUrl) return [];
      const target = decodeURIComponent(url.pathname);
      const anchor = decodeURIComponent(url.hash.slice(1));
      const ids = idsByPath.get(target);
      if (!ids && !existsSync(path.join(siteDir, target))) return [`${own} -> ${address}`];
      if (!ids && target.endsWith('/')) return [`${own} -> ${address} (no index.html)`];
      return anchor !== '' && ids && !ids.has(anchor) ? [`${own} -> ${address} (no such anchor)`] : [];
    }),
  );
  expect([...new Set(broken)].slice(0, 30)).toEqual([]);
});

test('every page has its own title and description, and one h1', () => {
  const pages = readBuiltPages(siteDir).filter(({ html }) => !html.includes('http-equiv="refresh"'));
  for (const { path: own, html } of pages) {
    expect(html.match(/<h1[\s>]/g), own).toHaveLength(1);
    expect(html, own).toMatch(/<title>[^<]+<\/title>/);
    expect(html, own).toMatch(/<meta name="description" content="[^"]{10,}/);
    expect(html, own).toMatch(/<html lang="(?:en|fr|es)"/);
  }
});
