/** What pages tell of an application is true, and stays so, in a browser that grants Background Sync. */
import { setTimeout as wait } from 'node:timers/promises';
import { expect as expectPatiently, type BrowserContext, type Locator, type Page } from '@playwright/test';
import type { Locale } from '../../src/i18n/locales';
import { pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { fillIn } from './application';
import {
  noSync,
  openFilledForm,
  quietMs,
  sendInVain,
  sendOffline,
  test,
  type FormService,
} from './form-service';
import { beginning, formOf, openForm, sendButton, t } from './open-form';
import { openWith, opportunityWithForm } from './sample';

/** Known faults are waited for in vain. */
const expect = expectPatiently.configure({ timeout: 5000 });

const own = opportunityWithForm().path;
const privacyPath = '/en/info/privacy/';
const kept = beginning(t('form.draft.kept', { time: '§' }));

// A shell without windows refuses Background Sync, and a whole Chromium can't be installed everywhere.
test.skip(...noSync);

/** Fails once, and then arrives by an automatic attempt. */
async function arriveLater(page: Page, service: FormService): Promise<Locator> {
  const form = await openFilledForm(page, service);
  await sendInVain(form, service, 'lost-request');
  service.form = 'local';
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expectPatiently.poll(async () => (await service.arrived()).length).toBe(1);
  return form;
}

/** The page tells that it was sent, and doesn't claim that the text in the form differs from that. */
async function expectSameText(form: Locator, locale: Locale = 'en'): Promise<void> {
  const t = translator(locale);
  const same = form.locator('.apply-status').getByText(beginning(t('told.sent', { time: '§', id: '' })));
  const other = form.getByText(t('told.changed'));
  await expect(same.or(other)).toBeVisible();
  await expect(other).toBeHidden();
}

for (const storage of ['blocked', 'full'])
  test(`a text that arrives at the second attempt isn’t called another one: storage is ${storage}`, async ({
    page,
    service,
  }) => {
    await page.addInitScript((isBlocked) => {
      const fail = () => {
        throw new DOMException('', isBlocked ? 'SecurityError' : 'QuotaExceededError');
      };
      if (isBlocked) IDBFactory.prototype.open = fail;
      else IDBObjectStore.prototype.put = fail;
    }, storage === 'blocked');
    const form = await arriveLater(page, service);
    await expectSameText(form);
  });

test('a text that arrives at the second attempt isn’t called another one: no Web Locks', async ({
  page,
  service,
}) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }));
  await expectSameText(await arriveLater(page, service));
});

for (const [title, locale] of [
  ['in the same language', 'en'],
  ['in another language', 'fr'],
] as const)
  test(`a text that arrives from one tab isn’t called another one in the second: ${title}`, async ({
    page,
    context,
    service,
  }) => {
    const other = await openForm(await context.newPage(), opportunityWithForm(locale).path);
    await fillIn(other, service.applicant);
    await arriveLater(page, service);
    await expectSameText(other, locale);
  });

for (const [title, pressed] of [
  ['“shared device” is ticked', '#apply-shared'],
  ['all data of the site was deleted', '[data-on-device] [data-delete]'],
] as const)
  test(`“saved on this device … will be sent” isn’t promised any more after ${title}`, async ({
    page,
    context,
    service,
  }) => {
    const privacy = await context.newPage();
    await privacy.goto(privacyPath);
    const form = await openFilledForm(page, service);
    await sendOffline(form, context);
    if (pressed !== '#apply-shared') await privacy.locator('[data-on-device] summary').click();
    await (pressed === '#apply-shared' ? form : privacy).locator(pressed).click();
    await expect(form).not.toContainText(t('told.automatic'));
  });

test('an application that is sent after the closing date isn’t also said to be too late', async ({
  page,
  context,
  service,
}) => {
  const closing = openWith('en', {}).find(
    ({ closesAt, shared }) => shared.applyBy === 'form' && closesAt !== undefined,
  );
  // Every page of the context has this clock.
  service.comparesPlaces = false;
  await page.clock.install();
  const form = await openFilledForm(page, service, closing?.path);
  await context.setOffline(true);
  await page.clock.fastForward(quietMs);
  await sendOffline(form, context);
  await page.clock.fastForward((closing?.closesAt ?? 0) - Date.now() + 60_000);
  await context.setOffline(false);
  await expectPatiently.poll(service.arrived).toHaveLength(1);
  await expect(form).not.toContainText(t('form.closed'));
});

/** Takes the page of the opportunity away from the site. */
async function removePage(page: Page, context: BrowserContext): Promise<void> {
  const body = await page.request.get('/404.html').then((response) => response.text());
  await context.route(`**${own}`, (route) => route.fulfill({ status: 404, contentType: 'text/html', body }));
}

test('an application to a page that is gone isn’t said to be refused by the form, and can be sent by e-mail', async ({
  page,
  context,
  service,
}) => {
  await sendOffline(await openFilledForm(page, service), context);
  const next = await context.newPage();
  await page.close();
  await removePage(next, context);
  await context.setOffline(false);
  await next.goto('/en/');
  const news = next.locator('[data-outbox]');
  await expectPatiently(news).toBeVisible();
  await expect(news).not.toContainText(t('told.other'));
  await expect(news.locator('a[href^="mailto:"]')).toBeVisible();
});

test('the thank-you page doesn’t thank for an application that was never sent', async ({ page }) => {
  await page.goto(pathOf('en', { to: 'section', section: 'thanks' }));
  await expect(page.locator('h1')).not.toHaveText(t('thanks.title'));
});

test('a draft is still offered after a word was typed before the script came', async ({
  page,
  context,
  service,
}) => {
  const form = await openFilledForm(page, service);
  await expectPatiently(form).toContainText(kept);
  const scripts = Promise.withResolvers<undefined>();
  await context.route('**/*.js', async (route) => {
    await scripts.promise;
    await route.continue();
  });
  await page.goto('about:blank');
  await page.goto(`${own}#apply`, { waitUntil: 'commit' });
  await form.locator('[name=name]').fill('Zoë');
  scripts.resolve(undefined);
  await formOf(page);
  await form.locator('[name=availability]').fill('2 h');
  await expectPatiently(form).toContainText(kept);
  await openForm(page);
  const offer = form.getByRole('button', { name: t('form.draft.useOther') });
  const text = () => form.locator('[name=motivation]').inputValue();
  await expect.poll(async () => (await offer.isVisible()) || (await text()) !== '').toBe(true);
});

test('the draft of an opportunity that is gone can be read', async ({ page, context, service }) => {
  const form = await openFilledForm(page, service);
  await expectPatiently(form).toContainText(kept);
  const draft = await form.locator('[name=motivation]').inputValue();
  await removePage(page, context);
  const shown: string[] = [];
  for (const path of [privacyPath, pathOf('en', { to: 'section', section: 'saved' })]) {
    await page.goto(path);
    await wait(quietMs);
    for (const summary of await page.locator('[data-pending] summary').all()) await summary.click();
    shown.push(await page.locator('main').innerText());
  }
  await expect(shown.join(' ')).toContain(draft);
});

test('a change during a slow send isn’t lost without a word', async ({ page, service }) => {
  const form = await openFilledForm(page, service);
  service.form = 'slow-3000';
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await sendButton(form).click();
  await expectPatiently.poll(() => service.requests).toBe(1);
  await form.locator('[name=availability]').fill('Changed while it was sent');
  await answer;
  await wait(quietMs);
  const fields = page.locator('input');
  const values = await fields.evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value));
  const shown = [await page.locator('body').innerText(), ...values].join(' ');
  await expect(shown).toContain('Changed while it was sent');
});
