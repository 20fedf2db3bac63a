/** No page makes code of a text: its policy requires trusted types. What is against it, the console tells other tests. */
import { expect, test } from '@playwright/test';
import { watchComplaints } from './complaints';

test.use({ serviceWorkers: 'allow' });

test('no script’s address is made but the service worker’s', { tag: '@core' }, async ({ page }) => {
  const complaints = watchComplaints(page);
  await page.goto('/en/', { waitUntil: 'load' });
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  expect(complaints).toEqual([]);
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
