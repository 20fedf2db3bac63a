/** Pages that a device keeps of the site, on networks that answer in its place, slowly or not at all. */
import { readdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { translator } from '../../src/i18n/translate';
import { writeServiceWorker } from '../../src/publish/files/service-worker';
import { fillIn } from './application';
import { change, test, visit, type Deployment } from './deployment';
import { opportunityWithForm } from './sample';

test.use({ serviceWorkers: 'allow' });

/** A page that a network sends in the site's place until one has logged in. */
const portal = '<!DOCTYPE html><html lang="en"><title>Log in</title><h1>Welcome to the airport</h1></html>';

/** The address of the style sheet that every page has. */
function siteSheet(dir: string): string {
  const name = readdirSync(path.join(dir, 'assets')).find((file) => /^site\..*\.css$/.test(file));
  if (name === undefined) throw new Error('The site has no style sheet “site”.');
  return `/assets/${name}`;
}

const lookOf = (page: Page) => page.locator('.site-header .brand');

test('a style sheet that a network answered with a page is right after a reload, offline, and with a new version', async ({
  page,
  deployment,
}) => {
  const sheet = siteSheet(deployment.dir);
  deployment.interfere({ path: sheet, times: 1, body: portal });
  await visit(page, `${deployment.url}/en/`);
  await expect(lookOf(page)).toHaveCSS('text-decoration-line', 'underline');
  await page.reload();
  await expect(lookOf(page)).toHaveCSS('text-decoration-line', 'none');
  change(path.join(deployment.dir, 'sw.js'), '/en/offline/', '/en/offline/?2');
  await deployment.redeploy();
  await page.goto(`${deployment.url}/en/`);
  await expect(lookOf(page)).toHaveCSS('text-decoration-line', 'none');
  await deployment.cut();
  await page.goto(`${deployment.url}/en/`);
  await expect(page.locator('[data-offline-banner]')).toBeVisible();
  await expect(lookOf(page)).toHaveCSS('text-decoration-line', 'none');
});

test('a style sheet of the right type but with other content isn’t kept', async ({
  page,
  context,
  deployment,
}) => {
  const own = opportunityWithForm();
  await visit(page, `${deployment.url}/en/`);
  const html = readFileSync(path.join(deployment.dir, own.path, 'index.html'), 'utf8');
  const sheets = [...html.matchAll(/"(\/assets\/[^"]+\.css)"/g)].map(([, address = '']) => address);
  const isOfForm = (address: string) =>
    readFileSync(path.join(deployment.dir, address), 'utf8').includes('.apply-form');
  const sheet = sheets.find(isOfForm) ?? '';
  const body = '.apply-form { display: none }';
  deployment.interfere({ path: sheet, times: 1, type: 'text/css', body });
  await visit(page, deployment.url + own.path);
  const isStored = () =>
    page.evaluate(async (url) => (await caches.open('ov:assets:1')).match(url).then(Boolean), sheet);
  await expect.poll(isStored).toBe(true);
  // Another tab: this one has the wrong one in its memory still.
  const tab = await context.newPage();
  await tab.goto(deployment.url + own.path);
  await expect(tab.locator('.apply-form fieldset').first()).toHaveCSS('border-left-width', '0px');
});

test('a page of a network that asks for a login replaces no page that was kept', async ({
  page,
  deployment,
}) => {
  const address = `${deployment.url}/en/`;
  await visit(page, address);
  await page.goto(address);
  deployment.interfere({ path: '/en/', body: portal });
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welcome to the airport');
  await deployment.cut();
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(translator('en')('home.title'));
});

/** Saves an opportunity's page, then publishes a version without its style sheet. Returns the page's address. */
async function savePageOfEarlierVersion(page: Page, deployment: Deployment): Promise<string> {
  const own = opportunityWithForm();
  const address = deployment.url + own.path;
  await visit(page, `${deployment.url}/en/`);
  await page.goto(address);
  await page.locator('.save-here button[data-save]').click();
  const isKept = () =>
    page.evaluate(async (url) => (await caches.open('ov:saved-pages:1')).match(url).then(Boolean), address);
  await expect.poll(isKept).toBe(true);
  // Another version: the style sheet has another name, and the old one is gone.
  const sheet = siteSheet(deployment.dir);
  const next = '/assets/site.NEWNAME1.css';
  renameSync(path.join(deployment.dir, sheet), path.join(deployment.dir, next));
  for (const name of [
    'en/index.html',
    'en/offline/index.html',
    'fr/offline/index.html',
    'es/offline/index.html',
  ])
    change(path.join(deployment.dir, name), sheet, next);
  await writeServiceWorker({
    staging: deployment.dir,
    locales: ['en', 'fr', 'es'],
    enabled: true,
  });
  await deployment.redeploy();
  await page.goto(`${deployment.url}/en/`);
  const files = () =>
    page.evaluate(async (name) => {
      const found = await Promise.all(
        (await caches.keys()).map(async (cache) => (await caches.open(cache)).match(name)),
      );
      return found.some(Boolean);
    }, next);
  await expect.poll(files).toBe(true);
  return address;
}

for (const network of ['is cut', 'never answers'])
  test(`a saved page keeps the files of its version when another is published, where the network ${network}`, async ({
    page,
    deployment,
  }) => {
    const address = await savePageOfEarlierVersion(page, deployment);
    // The browser's own cache would hide it.
    await (await page.context().newCDPSession(page)).send('Network.clearBrowserCache');
    if (network === 'is cut') await deployment.cut();
    else deployment.interfere({ delay: 100_000 });
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    await expect(page.locator('[data-offline-banner]')).toBeVisible();
    await expect(lookOf(page)).toHaveCSS('text-decoration-line', 'none');
  });

test('a page from the device asks the site before it sends', async ({ page, deployment }) => {
  const own = opportunityWithForm();
  const t = translator('en');
  const address = deployment.url + own.path;
  await visit(page, `${deployment.url}/en/`);
  await visit(page, address);
  // Its code is on the device too.
  await page.locator('#apply form').scrollIntoViewIfNeeded();
  await expect(page.locator('[data-form]')).toHaveCount(0);
  await deployment.cut();
  await page.goto(address);
  await expect(page.locator('[data-offline-banner]')).toBeVisible();
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.url());
  });
  await page.locator('#apply form').scrollIntoViewIfNeeded();
  await expect(page.locator('[data-form]')).toHaveCount(0);
  await fillIn(page.locator('#apply form'));
  change(path.join(deployment.dir, own.path, 'index.html'), 'id="apply"', 'id="filled"');
  await deployment.redeploy();
  await page.getByRole('button', { name: t('form.send') }).click();
  await expect(page.getByRole('alert')).toContainText(t('form.closed'));
  expect(sent).toEqual([]);
});
