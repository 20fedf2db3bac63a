import { expect, test, type Page } from '@playwright/test';
import { readPages } from '../built-site';
import { siteDir } from '../ports';
import { templatePages } from '../templates';
import { layoutFaults } from './layout-faults';

/**
 * Every template in every language in a narrow window, on a phone, on a desk, with letters twice as large as usual and
 * with spaces as wide as some readers set them (WCAG 1.4.4, 1.4.10, 1.4.12): nothing wider than the window, no words
 * cut off, none that lie over others.
 */
const sizes = [
  { name: '320 pixels', width: 320, letters: 16 },
  { name: '360 pixels', width: 360, letters: 16 },
  { name: '360 pixels and wide spaces', width: 360, letters: 16, spaced: true },
  { name: '1280 pixels', width: 1280, letters: 16 },
  { name: '360 pixels and letters of twice the size', width: 360, letters: 32 },
];

const pages = [
  { name: 'the bare address', path: '/' },
  ...templatePages(readPages(siteDir)).map(({ template, locale, path }) => ({
    name: `${template}, ${locale}`,
    path,
  })),
];

/** Sets lines, letters, words and paragraphs as far apart as WCAG 1.4.12 names, or back. */
function space(page: Page, spaced: boolean): Promise<void> {
  return page.evaluate((wide) => {
    // A sheet made by a script: the page's policy lets no style sheet in that isn't its own.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' +
        'p { margin-block-end: 2em !important }',
    );
    document.adoptedStyleSheets = wide ? [sheet] : [];
  }, spaced);
}

for (const { name: template, path } of pages) {
  test(`${template} fits every window and large letters`, async ({ browser }) => {
    // The bare address stays where none of the visitor's languages is there.
    const context = await browser.newContext({ locale: 'ar' });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await page.goto(path);
    await page.waitForFunction(() => document.querySelector('astro-island[client=load][ssr]') === null);
    for (const { name, width, letters, spaced = false } of sizes) {
      await page.setViewportSize({ width, height: 700 });
      await session.send('Page.setFontSizes', { fontSizes: { standard: letters, fixed: letters } });
      await space(page, spaced);
      expect(await layoutFaults(page), name).toEqual([]);
    }
    await context.close();
  });
}
