/** Notes and errors of forms: checked by axe and by keyboard, and none is wider than its place. */
import { expect, test, type Page } from '@playwright/test';
import { pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { inboxUrl, siteNow } from '../../scripts/test/ports';
import { axeFaults } from './axe';
import { walkFaults } from './keyboard-walk';
import { layoutFaults } from './layout-faults';
import { openForm } from './open-form';
import { putIntoLog, untilOutboxTells } from './outbox';
import { opportunityWithForm } from './sample';

async function fillIn(page: Page, text: (name: string) => string) {
  const form = page.locator('#apply form');
  for (const field of await form.locator('input[type=text]:not([name=_gotcha]), textarea').all())
    await field.fill(text((await field.getAttribute('name')) ?? ''));
  await form.locator('[name=email]').fill('a@example.org');
  for (const select of await form.locator('select').all()) await select.selectOption({ index: 2 });
  await form.locator('[name=consent]').check();
}

async function look(page: Page, what: string): Promise<void> {
  const faults = [...(await walkFaults(page)), ...(await layoutFaults(page)), ...(await axeFaults(page))];
  expect(faults, what).toEqual([]);
}

const t = translator('es');
const plain = (name: string) => `${name} ${'x'.repeat(50)}`;

test('what a form says where it fails is for everybody', async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 360, height: 740 });
  const ways = {
    limit: t('told.limit'),
    'email-refused': t('form.error.title'),
    'lost-request': t('told.network'),
  };
  for (const [way, said] of Object.entries(ways)) {
    await page.goto('/icon.svg');
    await page.evaluate(async () => {
      localStorage.clear();
      for (const { name = '' } of await indexedDB.databases())
        await new Promise((done) => (indexedDB.deleteDatabase(name).onsuccess = done));
    });
    const form = await openForm(page, opportunityWithForm('es').path);
    await fillIn(page, plain);
    await page.route(`${inboxUrl}/f/*`, (route) => route.continue({ url: `${inboxUrl}/f/${way}` }));
    await form.locator('button[type=submit]').last().press('Enter');
    await expect(page.getByRole('alert')).toContainText(said);
    await look(page, way);
    await page.unroute(`${inboxUrl}/f/*`);
  }
  // As it stands on the next visit: what waits, and the draft.
  await openForm(page, opportunityWithForm('es').path);
  await expect(page.locator('.apply-note').first()).toBeVisible();
  await look(page, 'the next visit');
});

test('notes of the log, and the offer of earlier answers, are for everybody', async ({ page }) => {
  test.setTimeout(120_000);
  await page.clock.setFixedTime(siteNow);
  await page.setViewportSize({ width: 360, height: 740 });
  const view = opportunityWithForm('es');
  await putIntoLog(page, {
    id: '9b2e3a44-1111-4222-8333-444455556666',
    opportunity: view.id,
    title: view.texts.title.value,
    organization: view.organization.texts.name.value,
    lang: view.lang,
    path: view.path,
    appliedAt: '2026-09-01T12:00:00.000Z',
  });
  await openForm(page, view.path);
  await expect(page.getByText(t('told.correctable'))).toBeVisible();
  await look(page, 'the form');
  await page.goto(pathOf('es', { to: 'section', section: 'saved' }));
  await expect(page.getByRole('group', { name: t('applied.ask') })).toBeVisible();
  await look(page, 'the log');
  await page.getByRole('button', { name: t('applied.yes'), exact: true }).press('Enter');
  await untilOutboxTells(page, view.texts.title.value);
  await look(page, 'the thanks');
  const proposal = await openForm(page, pathOf('es', { to: 'section', section: 'propose' }));
  await proposal.locator('button[type=submit]').press('Enter');
  await expect(page.getByRole('alert')).toBeFocused();
  await look(page, 'a proposal with nothing in it');
});

test('an address that isn’t of the site is never taken for the page that a message is about', async ({
  page,
}) => {
  for (const about of ['javascript:alert(1)', '//example.org/', '/"onfocus="alert(1)']) {
    await page.goto(
      `${pathOf('en', { to: 'section', section: 'report' })}?about=${encodeURIComponent(about)}`,
    );
    await expect(page.locator('#apply [data-form]')).toHaveCount(0);
    await expect(page.locator('[name=about_page]')).toHaveValue('');
  }
});
