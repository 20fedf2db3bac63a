/**
 * Pages and the service worker share what is to be sent, in a browser that grants Background Sync as those of visitors do:
 * nothing is asked for twice, and what a page says of it stays true.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { expect, type Page } from '@playwright/test';
import { pathOf } from '../../src/i18n/routes';
import {
  alertOf,
  noSync,
  openFilledForm,
  quietMs,
  sendInVain,
  sendOffline,
  test,
  type FormService,
} from './form-service';
import { beginning, openForm, sendButton, t } from './open-form';

// A shell without windows refuses Background Sync, and a whole Chromium can't be installed everywhere.
test.skip(...noSync);

for (const [answer, key] of [
  ['limit-pause', 'told.limit'],
  ['busy', 'told.server'],
  ['error-json', 'told.server'],
  ['inactive', 'told.inactive'],
  ['empty', 'told.other'],
] as const)
  test(`the answer “${answer}” is asked for once, and its alert stays with the focus`, async ({
    page,
    service,
  }) => {
    const alert = await sendInVain(await openFilledForm(page, service), service, answer);
    await expect(alert).toContainText(t(key));
    await wait(quietMs);
    expect(service.requests).toBe(1);
    await expect(alert).toContainText(t(key));
    await expect(alert).toBeFocused();
  });

test('back online, an application is sent once, and the page tells it', async ({
  page,
  context,
  service,
}) => {
  const form = await openFilledForm(page, service);
  await sendOffline(form, context);
  service.requests = 0;
  await context.setOffline(false);
  await expect(form).toContainText(beginning(t('told.sent', { time: '§', id: '' })));
  await wait(quietMs);
  expect(service.requests).toBe(1);
  expect(service.isClients, 'whoever sends it').toBe(true);
  expect(await service.arrived()).toHaveLength(1);
});

/** Sends an application, which arrives. */
async function apply(page: Page, service: FormService): Promise<void> {
  await sendButton(await openFilledForm(page, service)).click();
  await page.waitForURL(`**${pathOf('en', { to: 'section', section: 'thanks' })}`);
}

/** Withdraws the application that has arrived. */
async function withdraw(page: Page, clickCount = 1): Promise<void> {
  await page.goto(pathOf('en', { to: 'section', section: 'saved' }));
  const row = page.locator('#applied ~ ul .row');
  await row.getByText(t('applied.withdraw'), { exact: true }).click();
  await row.getByRole('button', { name: t('applied.withdraw.send') }).click({ clickCount });
  await expect(row).toContainText(beginning(t('applied.withdrawnOn', { day: '§' })));
}

test('a correction that failed isn’t sent after the withdrawal', async ({ page, service }) => {
  await apply(page, service);
  const form = await openForm(page);
  await form.getByRole('button', { name: t('told.correct') }).click();
  await form.locator('[name=availability]').fill('6 h');
  await form.locator('[name=consent]').check();
  const alert = await sendInVain(form, service, 'error-json');
  await expect(alert).toContainText(t('told.server'));
  service.form = 'local';
  await withdraw(page);
  await wait(quietMs);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await wait(quietMs);
  expect((await service.arrived()).map(({ purpose }) => purpose)).toEqual([undefined, 'withdrawal']);
});

test('the receipt of a withdrawal has the number that the organization gets', async ({ page, service }) => {
  await apply(page, service);
  await withdraw(page);
  const [application] = await service.arrived();
  await expect(page.locator('[data-outbox]')).toContainText(application?.['number'] ?? '–');
});

test('a double click sends one withdrawal', async ({ page, service }) => {
  await apply(page, service);
  await withdraw(page, 2);
  await wait(quietMs);
  const arrived = await service.arrived();
  await expect(arrived).toHaveLength(2);
});

test('“we’ll try again” isn’t promised of an application that another tab found refused', async ({
  page,
  context,
  service,
}) => {
  const alert = await sendInVain(await openFilledForm(page, service), service, 'error-json');
  const other = await openForm(await context.newPage());
  service.form = 'inactive';
  await other.getByRole('button', { name: t('told.now') }).click();
  await expect(alertOf(other)).toContainText(t('told.inactive'));
  await expect(alert).not.toContainText(t('told.automatic'), { timeout: 5000 });
});

for (const [title, answer] of [
  ['408', 'request-timeout'],
  ['403 of a filter on the way', 'proxy-denied'],
] as const)
  test(`a ${title} isn’t final`, async ({ page, service }) => {
    const alert = await sendInVain(await openFilledForm(page, service), service, answer);
    await expect(alert).toContainText(t('told.automatic'), { timeout: 5000 });
  });
