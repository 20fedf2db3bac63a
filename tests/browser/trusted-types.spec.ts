/** No page makes code of a text: its policy requires trusted types, and nothing on it runs against that. */
import { expect, test as base } from '@playwright/test';
import { locales } from '../../src/i18n/locales';
import { readBuiltPages } from '../../scripts/built-site/read-pages';
import { full } from '../test-scope';
import { siteDir } from '../../scripts/test/ports';
import { findTemplatePages } from '../../scripts/built-site/tested-pages';

const pages = readBuiltPages(siteDir);

/** What a page did against its policy, also before a script of the test could listen. */
const test = base.extend<{ violations: string[] }>({
  violations: async ({ page }, use) => {
    const violations: string[] = [];
    await page.exposeFunction('noteViolation', (text: string) => violations.push(text));
    await page.addInitScript(() => {
      const note = (globalThis as unknown as { noteViolation: (text: string) => void }).noteViolation;
      document.addEventListener('securitypolicyviolation', (event) =>
        note(`${location.pathname}: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
      );
    });
    page.on('pageerror', (error) => violations.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') violations.push(`${page.url()}: ${message.text()}`);
    });
    await use(violations);
  },
});
test.use({ serviceWorkers: 'allow' });

test('every published page requires trusted types', () => {
  const lacking = pages.filter(
    ({ html }) =>
      !/<meta http-equiv="content-security-policy" content="[^"]*require-trusted-types-for 'script'[^"]*trusted-types (?:ov|'none')[;"]/i.test(
        html,
      ),
  );
  expect(lacking.map(({ path }) => path)).toEqual([]);
});

for (const locale of full ? locales : (['en'] as const)) {
  test(`no page does anything against its policy (${locale})`, async ({ page, violations }) => {
    const templates = findTemplatePages(pages).filter((one) => one.locale === locale);
    for (const { path, template } of [...templates, { path: '/', template: 'root' }]) {
      // The host's own page for a wrong address is no fault of the page.
      await page.goto(path, { waitUntil: 'load' });
      await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
      if (template === 'open opportunity') {
        await page.locator('#apply form').scrollIntoViewIfNeeded();
        await page.locator('#apply [data-form]').waitFor({ state: 'detached' });
      }
    }
    expect(violations).toEqual([]);
  });
}

test('no script’s address is made but the service worker’s', async ({ page, violations }) => {
  await page.goto('/en/', { waitUntil: 'load' });
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  expect(violations).toEqual([]);
  const refused = await page.evaluate(() => {
    const isRefused = (act: () => unknown) => {
      try {
        act();
        return false;
      } catch {
        return true;
      }
    };
    const { trustedTypes } = globalThis as unknown as {
      trustedTypes: { createPolicy: (name: string, rules: object) => unknown };
    };
    return [
      isRefused(() => (document.createElement('div').innerHTML = '<b>a</b>')),
      isRefused(() => new DOMParser().parseFromString('<b>a</b>', 'text/html')),
      isRefused(() => new Worker('/assets/a.js')),
      isRefused(() => trustedTypes.createPolicy('another', {})),
      isRefused(() => trustedTypes.createPolicy('ov', {})),
    ];
  });
  expect(refused).toEqual([true, true, true, true, true]);
});
