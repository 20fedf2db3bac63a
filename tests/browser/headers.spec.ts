/** What the headers and hashes of the site do in a browser: nothing that it needs is blocked, what isn't its own is. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { pathOf } from '../../src/i18n/routes';
import { siteDir } from '../../scripts/test/ports';

/** A file of the site with this ending, as a path: `/share/en/….svg`. */
function fileWith(ending: string, folder = ''): string {
  const name = readdirSync(path.join(siteDir, folder), { recursive: true, encoding: 'utf8' }).find((file) =>
    file.endsWith(ending),
  );
  return path.posix.join('/', folder, name ?? '');
}

/** Messages of the browser that something was blocked. */
function blockedIn(page: Page): readonly string[] {
  const messages: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|integrity|Cross-Origin|Permissions policy violation/i.test(message.text()))
      messages.push(message.text());
  });
  return messages;
}

test('a script that was changed on the way doesn’t run', { tag: '@core' }, async ({ page }) => {
  await page.route('**/assets/Frame.*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `document.title = 'changed';${await response.text()}` });
  });
  const blocked = blockedIn(page);
  const home = pathOf('en', { to: 'home' });
  await page.goto(home);
  await expect.poll(() => blocked.join()).toContain('integrity');
  await expect(page).not.toHaveTitle('changed');
});

test(
  'files that are opened directly show, and pages may copy and share',
  { tag: '@core' },
  async ({ page }) => {
    const blocked = blockedIn(page);
    for (const file of [
      '/icon.svg',
      fileWith('.svg', 'share'),
      fileWith('feed.xml', 'en'),
      '/sw.js',
      '/robots.txt',
    ]) {
      const response = await page.goto(file);
      expect([file, response?.status()]).toEqual([file, 200]);
    }
    await page.goto(pathOf('en', { to: 'home' }));
    const allowed = await page.evaluate(() => {
      const { featurePolicy } = document as unknown as {
        featurePolicy: { features: () => string[]; allowsFeature: (name: string) => boolean };
      };
      return featurePolicy
        .features()
        .filter((name) => !name.startsWith('ch-') && featurePolicy.allowsFeature(name));
    });
    // A browser may know further ones by now; of those that it shares with the policy, two are left.
    expect(allowed).toContain('clipboard-write');
    for (const name of ['camera', 'geolocation', 'fullscreen', 'usb', 'clipboard-read'])
      expect(allowed).not.toContain(name);
    expect(blocked).toEqual([]);
  },
);
