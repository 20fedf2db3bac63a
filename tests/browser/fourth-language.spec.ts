import { expect, test } from '@playwright/test';
import { serveSite, type SiteServer } from '../../scripts/local/site/site-server';
import { readBuiltPages } from '../../scripts/built-site/read-pages';
import { buildFourthLanguage, fourth } from '../fourth-language';
import { findTemplatePages, type TemplatePage } from '../../scripts/built-site/tested-pages';
import { layoutFaults } from './layout-faults';
import { runDir } from '../../scripts/test/run-folder';

/**
 * A language that runs from right to left and has longer words: one file and one row give a whole site, in which
 * nothing is cut off and nothing runs over on any kind of page.
 */
const root = `${runDir}/fourth-language`;

let server: SiteServer;
let pages: readonly TemplatePage[];

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(360_000);
  const dir = await buildFourthLanguage(root);
  server = await serveSite({ dir, port: 0 });
  // The kinds are found by addresses, whose sections have the English names.
  const built = readBuiltPages(dir)
    .filter(({ path }) => path.startsWith(`/${fourth}/`))
    .map(({ path, html }) => ({ html, path: path.replace(`/${fourth}/`, '/en/') }));
  pages = findTemplatePages(built).map((page) => ({
    ...page,
    path: page.path.replace('/en/', `/${fourth}/`),
  }));
});

test.afterAll(async () => {
  await server.close();
});

test('a file and a row give every kind of page in a language more', async ({ page }) => {
  expect(pages.length).toBeGreaterThan(30);
  await page.goto(`http://localhost:${server.port}/${fourth}/`);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('.languages li')).toHaveCount(4);
  // The head begins at the right, where one starts to read.
  const brand = await page.locator('.brand .weave').boundingBox();
  expect(brand?.x).toBeGreaterThan(640);
});

test('nothing runs over, is cut off or lies over other words from right to left', async ({ page }) => {
  test.setTimeout(240_000);
  const faults: string[] = [];
  for (const { template, path } of pages) {
    await page.goto(`http://localhost:${server.port}${path}`);
    await page.waitForFunction(() => document.querySelector('astro-island[client=load][ssr]') === null);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      faults.push(...(await layoutFaults(page)).map((fault) => `${template} at ${width} pixels: ${fault}`));
    }
  }
  expect(faults).toEqual([]);
});
