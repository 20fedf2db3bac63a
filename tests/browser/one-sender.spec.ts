/**
 * Pages and the service worker share what is to be sent, in a browser that grants Background Sync as those of visitors do:
 * nothing is asked for twice, and what a page says of it stays true.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { pathOf } from '../../src/i18n/routes';
import { inboxUrl } from '../../scripts/test/ports';
import { fillIn } from './application';
import { submissionsOf } from './inbox';
import { beginning, openForm, sendButton, t } from './open-form';
import { wholeChromium } from './profile';
import { openWith } from './sample';

/** A form service on the Internet, which takes a while: senders have time to get in each other's way. */
interface FormService {
  /** The special form of the inbox that it is at present; `local` takes everything. */
  form: string;
  requests: number;
}

const test = base.extend<{ service: FormService }>({
  service: [
    async ({ context }, use) => {
      const service = { form: 'local', requests: 0 };
      await context.route(`${inboxUrl}/f/*`, async (route) => {
        if (route.request().method() === 'POST') service.requests += 1;
        await wait(400);
        await route.continue({ url: `${inboxUrl}/f/${service.form}` });
      });
      await use(service);
    },
    { auto: true },
  ],
});

// Headless shells refuse Background Sync, and a whole Chromium can't be installed everywhere.
test.skip(wholeChromium === undefined, 'There is no Chromium that grants Background Sync.');
test.use({
  serviceWorkers: 'allow',
  permissions: ['background-sync'],
  launchOptions: {
    ...(wholeChromium === undefined ? {} : { executablePath: wholeChromium }),
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
    ],
  },
});

/** Time (ms) in which a sender that doesn't wait would have asked again. */
const quietMs = 3000;

async function openFilledForm(page: Page, name: string, path?: string): Promise<Locator> {
  const form = await openForm(page, path);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await fillIn(form, name);
  // Send then sends at once.
  await wait(quietMs);
  return form;
}

const arrived = async (name: string) => (await submissionsOf(name)).map(({ fields }) => fields['purpose']);

for (const [answer, key] of [
  ['limit-pause', 'apply.refused.limit'],
  ['busy', 'apply.unconfirmed.server'],
  ['error-json', 'apply.unconfirmed.server'],
  ['inactive', 'apply.refused.inactive'],
  ['empty', 'apply.refused.other'],
] as const)
  test(`the answer “${answer}” is asked for once, and its alert stays with the focus`, async ({
    page,
    service,
  }) => {
    const form = await openFilledForm(page, `Once ${answer} ${Date.now()}`);
    service.form = answer;
    await sendButton(form).click();
    const alert = form.locator('.apply-notice');
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
  const name = `Back online ${Date.now()}`;
  const form = await openFilledForm(page, name);
  await context.setOffline(true);
  await sendButton(form).click();
  await expect(form.locator('.apply-notice')).toContainText(t('apply.offline.title'));
  service.requests = 0;
  await context.setOffline(false);
  await expect(form).toContainText(beginning(t('apply.arrived', { time: '§', id: '' })));
  await wait(quietMs);
  expect(service.requests).toBe(1);
  expect(await arrived(name)).toHaveLength(1);
});

test('a correction that failed isn’t sent after the withdrawal', async ({ page, service }) => {
  const name = `Corrected and withdrawn ${Date.now()}`;
  await sendButton(await openFilledForm(page, name)).click();
  await page.waitForURL('**/thank-you/');
  const form = await openForm(page);
  await form.getByRole('button', { name: t('apply.earlier.correct') }).click();
  await form.locator('[name=availability]').fill('6 h');
  await form.locator('[name=consent]').check();
  service.form = 'error-json';
  await sendButton(form).click();
  await expect(form.locator('.apply-notice')).toContainText(t('apply.unconfirmed.title'));
  service.form = 'local';
  await page.goto(pathOf('en', { to: 'section', section: 'saved' }));
  const row = page.locator('#applied ~ ul .row');
  await row.getByText(t('applied.withdraw'), { exact: true }).click();
  await row.getByRole('button', { name: t('applied.withdraw.send') }).click();
  await expect(row).toContainText(beginning(t('applied.withdrawnOn', { day: '§' })));
  await wait(quietMs);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await wait(quietMs);
  expect((await arrived(name)).toReversed()).toEqual([undefined, 'withdrawal']);
});

test('an application that is sent after the closing date isn’t also said to be too late', async ({
  page,
  context,
}) => {
  const closing = openWith('en', {}).find(
    ({ closesAt, shared }) => shared.applyBy === 'form' && closesAt !== undefined,
  );
  const name = `Just in time ${Date.now()}`;
  await page.clock.install();
  const form = await openFilledForm(page, name, closing?.path);
  await context.setOffline(true);
  await page.clock.fastForward(quietMs);
  await sendButton(form).click();
  await expect(form.locator('.apply-notice')).toContainText(t('apply.offline.title'));
  await page.clock.fastForward((closing?.closesAt ?? 0) - Date.now() + 60_000);
  await context.setOffline(false);
  await expect.poll(() => arrived(name)).toHaveLength(1);
  const [sent] = await submissionsOf(name);
  expect(sent?.fields['closed_at']).toBe(new Date(closing?.closesAt ?? 0).toISOString());
  await expect(form).not.toContainText(t('apply.closed'));
});
