/** Pages that a device keeps of the site, and shows where the line is cut. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { writeServiceWorker } from '../../src/publish/files/service-worker';
import { axeFaults } from './axe';
import { change, test, visit } from './deployment';
import { opportunitiesIn, opportunityWithForm } from './sample';

test.use({ serviceWorkers: 'allow' });

test(
  'shows what was visited when the line is cut, and says from when it is',
  { tag: '@core' },
  async ({ page, deployment }) => {
    const t = translator('es');
    const [first, second] = opportunitiesIn('es').filter(({ stage }) => stage === 'open');
    if (!first || !second) throw new Error('The sample has too few open opportunities.');
    await visit(page, deployment.url + pathOf('es', { to: 'home' }));
    await visit(page, deployment.url + first.path);
    await expect(page.locator('[data-offline-banner]')).toBeHidden();
    await deployment.cut();

    await page.goto(deployment.url + first.path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(first.texts.title.value);
    const note = page.locator('[data-offline-banner]');
    await expect(note).toContainText(t('offline.stored', { date: '§' }).split('§')[0] ?? '');
    await expect(note).toContainText(String(new Date().getFullYear()));
    expect(await axeFaults(page)).toEqual([]);

    await page.goto(deployment.url + second.path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('offline.title'));
    const kept = page.getByRole('link', { name: first.texts.title.value });
    await expect(kept).toBeVisible();
    await kept.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(first.texts.title.value);
  },
);

test('a kept page offers nothing that has closed since', async ({ page, deployment }) => {
  const own = opportunitiesIn('en').find(
    ({ stage, closesAt, shared }) => stage === 'open' && closesAt !== undefined && shared.applyBy === 'form',
  );
  if (own?.closesAt === undefined) throw new Error('The sample has no open opportunity that closes.');
  await visit(page, `${deployment.url}/en/`);
  await visit(page, deployment.url + own.path);
  const form = page.locator('#apply form');
  await expect(form).toBeVisible();
  await deployment.cut();
  await page.clock.setFixedTime(own.closesAt);
  await page.goto(deployment.url + own.path);
  await expect(page.locator('[data-offline-banner]')).toBeVisible();
  await expect(form).toBeHidden();
  await expect(
    page.getByRole('link', { name: translator('en')('opportunity.apply'), exact: true }),
  ).toBeHidden();
});

test('a new deployment is seen at the next visit, and what it took away isn’t kept', async ({
  page,
  deployment,
}) => {
  const [own] = opportunitiesIn('en').filter(({ stage }) => stage === 'open');
  if (!own) throw new Error('The sample has no open opportunity.');
  const t = translator('en');
  await visit(page, `${deployment.url}/en/`);
  await visit(page, deployment.url + own.path);
  change(path.join(deployment.dir, 'en/index.html'), t('home.title'), 'A new first page');
  change(path.join(deployment.dir, 'en/offline/index.html'), t('offline.title'), 'Nothing there');
  change(path.join(deployment.dir, 'sw.js'), '/en/offline/', '/en/offline/?2');
  rmSync(path.join(deployment.dir, own.path), { recursive: true });
  await deployment.redeploy();

  await page.goto(`${deployment.url}/en/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A new first page');
  await page.goto(deployment.url + own.path);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('notFound.title'));
  await deployment.cut();
  await page.goto(deployment.url + own.path);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(own.texts.title.value);
  await page.goto(`${deployment.url}/en/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A new first page');
});

test(
  'what was saved can be read without having been opened, until it is taken off',
  { tag: '@core' },
  async ({ page, deployment }) => {
    const own = opportunityWithForm();
    const address = deployment.url + own.path;
    await visit(page, `${deployment.url}/en/`);
    await page.goto(deployment.url + pathOf('en', { to: 'section', section: 'opportunities' }));
    const isKept = () =>
      page.evaluate(async (url) => (await caches.open('ov:saved-pages:1')).match(url).then(Boolean), address);
    await page.locator(`main button[data-save="${own.id}"]`).click();
    await expect.poll(isKept).toBe(true);
    await deployment.cut();

    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(own.texts.title.value);
    // With the style sheet that lists don't have.
    await expect(page.locator('.apply-form fieldset').first()).toHaveCSS('border-left-width', '0px');
    await deployment.redeploy();
    await page.goto(address);
    await page.locator('.save-here button[data-save]').click();
    await expect.poll(isKept).toBe(false);
  },
);

test('a site that switches it off leaves nothing on the device', async ({ page, deployment }) => {
  await visit(page, `${deployment.url}/en/`);
  expect(await page.evaluate(() => caches.keys())).toContain('ov:visited:1');
  await writeServiceWorker({
    staging: deployment.dir,
    locales: ['en'],
    enabled: false,
  });
  await deployment.redeploy();
  await page.goto(`${deployment.url}/fr/`);
  const left = () =>
    page.evaluate(async () => ({
      caches: await caches.keys(),
      worker: (await navigator.serviceWorker.getRegistration()) !== undefined,
    }));
  await expect.poll(left).toEqual({ caches: [], worker: false });
});
