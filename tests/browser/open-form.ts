/** A form on its page, as visitors come to it. */
import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { translator } from '../../src/i18n/translate';
import { inboxUrl } from '../../scripts/test/ports';
import { fillIn } from './application';
import { opportunityWithForm } from './sample';

export const t = translator('en');

/** Where forms are sent. */
const formsUrl = `${inboxUrl}/f/*`;

/** Opens a page anew and waits until the script of its form is there. */
export async function openForm(page: Page, path = opportunityWithForm().path): Promise<Locator> {
  // An address that differs only after the # wouldn't load the page again.
  await page.goto('about:blank');
  await page.goto(`${path}#apply`);
  return formOf(page);
}

/** The form of the page that is open, with its script. */
export async function formOf(page: Page): Promise<Locator> {
  const form = page.locator('#apply form');
  await form.scrollIntoViewIfNeeded();
  await expect(page.locator('#apply [data-form]')).toHaveCount(0);
  return form;
}

/** The button that sends the form, whatever it says. */
export const sendButton = (form: Locator) => form.locator('> button[type=submit]');

/** What a text of the interface says before its first gap. */
export const beginning = (text: string) => text.split('§')[0] ?? '';

/** Presses Send as a person does who types for a while: forms send three seconds after the first word at the earliest. */
export async function send(page: Page, form: Locator): Promise<void> {
  await page.clock.fastForward(3000);
  await sendButton(form).click();
}

/** Comes back after an hour. The clock has to be the test's own from the start. */
export async function comeBack(page: Page, path: string): Promise<void> {
  // What waits must not be sent from the page that is left.
  await page.goto('about:blank');
  await page.clock.fastForward(3_600_000);
  await page.goto(path);
}

/**
 * Lets half a minute pass and the page look for what is due, until it sends. Only the time of day moves: a clock that runs
 * ahead would also end, as too slow, what the page is reading at that moment.
 */
export async function untilTriedAgain(page: Page): Promise<void> {
  let isAsked = false;
  page.on('request', (request) => (isAsked ||= request.url().startsWith(`${inboxUrl}/f/`)));
  await page.clock.setSystemTime(await page.evaluate(() => Date.now() + 30_000));
  await expect(async () => {
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    expect(isAsked).toBe(true);
  }).toPass();
}

/** Lets the form service be another one from now on: a special form of the inbox, or nothing at all (`down`). */
export async function serviceIs(context: BrowserContext, way: string): Promise<void> {
  await context.unroute(formsUrl);
  if (way === 'up') return;
  await context.route(formsUrl, (route) =>
    way === 'down' ? route.abort('connectionrefused') : route.continue({ url: `${inboxUrl}/f/${way}` }),
  );
}

/** Fills in an application and sends it while nothing takes it. Resolves to the form, which says that it is kept. */
export async function sendInVain(page: Page, context: BrowserContext, name: string): Promise<Locator> {
  const form = await openForm(page);
  await fillIn(form, name);
  await serviceIs(context, 'down');
  await send(page, form);
  await expect(page.getByRole('alert')).toContainText(t('told.automatic'));
  return form;
}
