/** The budgets of package.json, held by every page of the built site. Bytes only: times depend on the machine. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { startCountingServer } from '../../scripts/bench/pages/counting-server';
import { precompress } from '../../src/publish/hosts/compress';
import { copyTree } from '../../src/publish/targets/copy-tree';
import { createPageWeigher } from '../../src/publish/verify/page-bytes';
import { budgets, opportunityJsBudget } from '../../src/publish/verify/budgets';
import { sumTrip, makeTrip } from '../../scripts/bench/pages/make-trip';
import { locales } from '../../src/i18n/locales';
import { pathOf } from '../../src/i18n/routes';
import { full } from '../test-scope';
import { readBuiltPages } from '../../scripts/built-site/read-pages';
import { siteDir } from '../../scripts/test/ports';
import { findTemplatePages } from '../../scripts/built-site/tested-pages';
import { opportunitiesIn } from './sample';

const pages = readBuiltPages(siteDir);
const opportunities = new Set(locales.flatMap((locale) => opportunitiesIn(locale).map(({ path }) => path)));
const searches = new Set(locales.map((locale) => pathOf(locale, { to: 'section', section: 'search' })));

/** What a page at this path may weigh, HTML and CSS, and JavaScript. */
function budgetOf(path: string, html: string): { readonly page: number; readonly js: number } {
  if (opportunities.has(path)) return { page: budgets.opportunityPage, js: opportunityJsBudget(html) };
  if (searches.has(path)) return { page: budgets.searchPage, js: budgets.searchJs };
  return { page: budgets.page, js: budgets.pageJs };
}

test('no page weighs more than its kind may', async () => {
  const weigh = createPageWeigher(siteDir);
  const kinds = new Set(findTemplatePages(pages).map(({ path }) => path));
  const tested = pages.filter(({ path }) => full || kinds.has(path) || opportunities.has(path));
  expect(tested.length).toBeGreaterThan(opportunities.size);
  const heavier = await Promise.all(
    tested.map(async ({ path, html }) => {
      const bytes = await weigh(html);
      const budget = budgetOf(path, html);
      const page = bytes.html + bytes.css;
      const { js, sendingJs, savedJs, pressedJs, drawingJs } = bytes;
      const isLight =
        page <= budget.page &&
        js <= budget.js &&
        sendingJs <= budgets.sendingJs &&
        savedJs <= budgets.savedJs &&
        pressedJs <= budgets.pressedJs &&
        drawingJs <= budgets.drawingJs;
      return isLight ? [] : [{ path, page, js, sendingJs, savedJs, pressedJs, drawingJs, budget }];
    }),
  );
  expect(heavier.flat()).toEqual([]);
});

test('what comes to life is Preact, in no page React', () => {
  const scripts = readdirSync(path.join(siteDir, 'assets')).filter((name) => name.endsWith('.js'));
  const codeOf = (file: string) => readFileSync(file, 'utf8');
  /** In every message of React's renderer; on an element of Preact's tree. */
  const [react, preact] = ['react.dev/errors', '__k'];
  expect(codeOf('node_modules/react-dom/cjs/react-dom-client.production.js')).toContain(react);
  const having = (mark: string) =>
    scripts.filter((name) => codeOf(path.join(siteDir, 'assets', name)).includes(mark));
  expect(having(react)).toEqual([]);
  expect(having(preact).length).toBeGreaterThan(0);
});

test('a woven band is less than a kilobyte', () => {
  const bands = new Set(
    pages.flatMap(({ html }) => html.match(/<svg\b[^>]*\bclass="weave\b[^]*?<\/svg>/g) ?? []),
  );
  expect(bands.size).toBeGreaterThan(40);
  expect([...bands].filter((band) => Buffer.byteLength(band) >= budgets.band)).toEqual([]);
});

test('pictures wait until they are near, but for one that is in view at once, and have their place', () => {
  const pictures = pages.map(({ path, html }) => ({ path, tags: html.match(/<img\b[^>]*>/g) ?? [] }));
  expect(pictures.filter(({ tags }) => tags.length > 0).length).toBeGreaterThan(10);
  const isLazy = (tag: string) => tag.includes(' loading="lazy"');
  const hasPlace = (tag: string) => / width="\d+"/.test(tag) && / height="\d+"/.test(tag);
  const wrong = pictures.filter(
    ({ tags }) => tags.filter((tag) => !isLazy(tag)).length > 1 || !tags.every(hasPlace),
  );
  expect(wrong).toEqual([]);
});

for (const locale of full ? locales : (['fr'] as const)) {
  test(`from home to a sent application, all that is sent fits (${locale})`, async ({ browser }) => {
    // Cleared before a run, not after it: the server may still be opening a file that a gone browser asked for.
    const dir = `.local/test/trip-${locale}`;
    rmSync(dir, { recursive: true, force: true });
    await copyTree(siteDir, dir);
    const stops = (['search', 'opportunities', 'thanks'] as const).map((section) =>
      pathOf(locale, { to: 'section', section }).slice(1),
    );
    const onTheWay = ['assets/', 'pagefind/', 'search/', 'shards/', `${locale}/index.html`, ...stops];
    // Of all pages, which take long, those that the trip comes to: another would be sent as it is, and weigh the more. The
    // service worker keeps the page for no line in every language.
    await precompress(dir, 'br', {
      isIncluded: (name) =>
        !name.includes('/') || name.includes('offline') || onTheWay.some((start) => name.startsWith(start)),
    });
    const server = await startCountingServer(dir);
    try {
      const trip = await makeTrip(browser, { ...server, dir }, locale);
      expect(trip.sent).toBeGreaterThan(0);
      expect(sumTrip(trip)).toBeLessThanOrEqual(budgets.trip);
    } finally {
      await server.close();
    }
  });
}
