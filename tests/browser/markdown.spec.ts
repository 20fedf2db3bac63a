import { expect, test } from '@playwright/test';
import { pathOf } from '../../src/i18n/routes';
import { markdownToHtml } from '../../src/pipeline/texts/markdown';
import { axeFaults } from './axe';

/** Everything that Markdown has, in the ways in which people write it. */
const everything = `
#### Begins at a level of its own

###### Skips one

# Is larger than the first

#

| Village | Wells in use | |
|:--------|:------------:|--:|
| Karimama | 12<br>of 14 | 1,200 |
| Malanville and the hamlets on the other bank of the river | 9 | 86 |

- [x] Read the handbook
- [ ] Write to us
- Plain

3. third
4. fourth

The level fell[^1], as the [network](/en/) says. [Nowhere](#part), [![a map](map.png)](https://example.org/map).

[^1]: Measured at 6 a.m.

> A quote.

~~Gone~~, **bold**, *slanted*, \`code\`, https://example.org/a-long-address-without-any-place-to-break-it-in-two-at-all

    a block of code that is wider than a phone, and goes on and on and on and on

***
`;

test.describe('everything that Markdown has', () => {
  // The test writes markup into a page, which pages of the site may not.
  test.use({ bypassCSP: true });

  test.beforeEach(async ({ page }) => {
    await page.goto(pathOf('en', { to: 'section', section: 'pages' }) + 'privacy/');
    await page
      .locator('.prose')
      .first()
      .evaluate((prose, html) => (prose.innerHTML = html), markdownToHtml(everything, 2));
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`is accessible, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      expect(await axeFaults(page, { within: 'main' })).toEqual([]);
    });
  }

  test('fits a phone', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
