/** The open data as somebody who builds on them finds them: from the page, by its own examples. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { siteNow, siteUrl } from '../../scripts/test/ports';
import { openWith } from './sample';

test('the page leads to every file, and its example in JavaScript does what it says', async ({
  page,
  request,
}) => {
  const t = translator('fr');
  await page.goto(pathOf('fr', { to: 'section', section: 'impact' }));
  await page.getByRole('link', { name: t('data.title') }).click();
  await expect(page).toHaveURL(pathOf('fr', { to: 'section', section: 'openData' }));
  const links = await page
    .locator('main a[href^="/data/"]')
    .evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
  expect(links).toHaveLength(11);
  for (const link of links) expect((await request.get(link)).status(), link).toBe(200);

  const code = await page.locator('pre code').first().innerText();
  const at = `Date.now = () => Date.parse('${siteNow}');\n${code}`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', at]);
  const wanted = openWith('fr', { lang: 'fr' })
    .filter(({ translated }) => translated)
    .map(({ texts, path: own }) => `${texts.title.value} ${siteUrl}${own}`);
  expect(wanted.length).toBeGreaterThan(5);
  expect(stdout.trim().split('\n').toSorted()).toEqual(wanted.toSorted());
});
