import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { readPages } from '../built-site';
import { siteDir, siteUrl } from '../ports';
import { templatePages } from '../templates';

/**
 * Every template in every language (every page under TEST_FULL): no axe violation of WCAG 2.2 A and AA and of axe's
 * best practices, no console error, no request to another host, nothing wider than the window at 320 pixels.
 * No rule is switched off; contrast is asked to reach 7:1, which is more than AA wants.
 */
const full = process.env['TEST_FULL'] === '1';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

function pagesToVisit(): { name: string; path: string }[] {
  const pages = readPages(siteDir);
  const shared = ['/', '/404.html'].map((path) => ({ name: path, path }));
  return full
    ? pages
        .filter(({ html }) => !html.includes('http-equiv="refresh"'))
        .map(({ path }) => ({ name: path, path }))
    : [
        ...shared,
        ...templatePages(pages).map(({ template, locale, path }) => ({
          name: `${template}, ${locale}`,
          path,
        })),
      ];
}

for (const { name, path } of pagesToVisit()) {
  test(`${name} is accessible and quiet`, async ({ browser }) => {
    // The bare address leads on to the visitor's language; it stays for one whose language isn't there.
    const context = await browser.newContext({
      locale: path === '/' ? 'ar' : 'en-GB',
      viewport: { width: 1280, height: 900 },
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      // The tests' own: a service worker would answer in place of the site (tests/playwright.config.ts).
      if (message.text().startsWith('Service Worker registration blocked')) return;
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(`${siteUrl}/`) && !request.url().startsWith('data:'))
        complaints.push(request.url());
    });
    await page.goto(path);
    await page.waitForFunction(() => document.querySelector('astro-island[client=load][ssr]') === null);
    const { violations } = await new AxeBuilder({ page })
      .options({ rules: { 'color-contrast-enhanced': { enabled: true } } })
      .withTags(tags)
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(complaints).toEqual([]);
    await context.close();
  });
}
