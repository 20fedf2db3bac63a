/** What waits is sent by the service worker when there is a connection again, although no page is open. */
import { expect, test } from '@playwright/test';
import { siteUrl } from '../../scripts/test/ports';
import { fillIn } from './application';
import { submissionsOf } from './inbox';
import { beginning, openForm, sendButton, t } from './open-form';
import { opportunityWithForm } from './sample';
import { outboxOf } from './outbox';

test.use({ serviceWorkers: 'allow' });

test('is sent after the last page was closed, and the next page tells it', async ({ page, context }) => {
  const name = `Background ${Date.now()}`;
  const view = opportunityWithForm();
  // The worker's registration, by which the browser's own tools know it.
  const tools = await context.newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    tools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [registration] = registrations;
      if (registration) resolve(registration.registrationId);
    });
  });
  await tools.send('ServiceWorker.enable');
  // A browser without a window has the interface, and refuses every request: the event is dispatched below.
  await page.addInitScript(() => {
    const { prototype } = (globalThis as unknown as { SyncManager: { prototype: object } }).SyncManager;
    Object.assign(prototype, {
      register: (tag: string) => {
        sessionStorage.setItem('tag', tag);
        return Promise.resolve();
      },
    });
  });
  await page.goto(view.path);
  await page.evaluate(() => navigator.serviceWorker.ready);
  const registrationId = await registered;

  const form = await openForm(page, view.path);
  await fillIn(form, name);
  await context.setOffline(true);
  await sendButton(form).click();
  await expect(form.locator('.apply-notice')).toContainText(beginning(t('told.waiting', { time: '§' })));
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem('tag'))).toBe('ov:outbox');
  expect(await submissionsOf(name)).toEqual([]);

  await page.goto('about:blank');
  await context.setOffline(false);
  await tools.send('ServiceWorker.dispatchSyncEvent', {
    origin: siteUrl,
    registrationId,
    tag: 'ov:outbox',
    lastChance: false,
  });
  await expect.poll(async () => (await submissionsOf(name)).length).toBe(1);
  expect(page.url()).toBe('about:blank');

  await page.goto('/en/');
  await expect(page.locator('[data-outbox]')).toContainText(view.texts.title.value);
  expect((await outboxOf(page)).map(({ state }) => state)).toEqual(['sent']);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[data-outbox]')).toBeHidden();
  expect(await submissionsOf(name)).toHaveLength(1);
});
