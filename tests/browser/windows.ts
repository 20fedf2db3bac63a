/**
 * A page in a narrow window, on a phone, on a desk, with letters twice as large as usual and with spaces as wide as some
 * readers set them (WCAG 1.4.4, 1.4.10, 1.4.12).
 */
import type { Page } from '@playwright/test';
import { layoutFaults } from './layout-faults';
import { setLetters, usualLetters, type PageTab } from './page-states';

/** Widths and letters in pixels. */
const windows = [
  { name: 'at 320 pixels', width: 320, letters: usualLetters },
  { name: 'at 360 pixels', width: 360, letters: usualLetters },
  { name: 'at 360 pixels and with wide spaces', width: 360, letters: usualLetters, spaced: true },
  { name: 'at 1280 pixels', width: 1280, letters: usualLetters },
  { name: 'at 360 pixels and with letters of twice the size', width: 360, letters: 2 * usualLetters },
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

/** What is wider than a window, cut off in it or lies over other words, each in a line. Leaves the tab in the last one. */
export async function windowFaults(tab: PageTab): Promise<string[]> {
  const { page } = tab;
  const faults: string[] = [];
  for (const { name, width, letters, spaced = false } of windows) {
    await page.setViewportSize({ width, height: 800 });
    await setLetters(tab, letters);
    await space(page, spaced);
    faults.push(...(await layoutFaults(page)).map((fault) => `${name}: ${fault}`));
  }
  return faults;
}
