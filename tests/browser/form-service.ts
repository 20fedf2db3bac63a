/**
 * Applications in a browser that grants Background Sync as those of visitors do, and a form service on the Internet, which
 * takes a while: senders have time to get in each other's way.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test as base, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { inboxUrl } from '../../scripts/test/ports';
import { fillIn } from './application';
import { submissionsOf } from './inbox';
import { beginning, openForm, sendButton, t } from './open-form';
import { expectPlacesToAgree } from './places';
import { wholeChromium } from './profile';

export interface FormService {
  /** The special form of the inbox that it is at present; `local` takes everything. */
  form: string;
  requests: number;
  /** The last request has the headers of the form service's client. */
  isClients: boolean;
  /** False where the places that show submissions can't be looked at after the test. */
  comparesPlaces: boolean;
  /** Who applies: no other test has this name. */
  readonly applicant: string;
  /** What has arrived from the applicant, the oldest first. */
  readonly arrived: () => Promise<readonly Readonly<Record<string, string>>[]>;
}

/** Headless shells refuse Background Sync, and a whole Chromium can't be installed everywhere. */
export const noSync = [
  wholeChromium === undefined,
  'There is no Chromium that grants Background Sync.',
] as const;

/** Answers the forms of a context. */
export async function serveForms(context: BrowserContext): Promise<FormService> {
  const applicant = `Aminata ${crypto.randomUUID()}`;
  const service: FormService = {
    form: 'local',
    requests: 0,
    isClients: false,
    comparesPlaces: true,
    applicant,
    arrived: async () => (await submissionsOf(applicant)).toReversed().map(({ fields }) => fields),
  };
  await context.route(`${inboxUrl}/f/*`, async (route) => {
    if (route.request().method() === 'POST') {
      service.requests += 1;
      service.isClients = 'formspree-session-data' in route.request().headers();
    }
    await wait(400);
    // The page may be closed by then.
    await route.continue({ url: `${inboxUrl}/f/${service.form}` }).catch(() => {});
  });
  return service;
}

export const test = base.extend<{ service: FormService }>({
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
  service: [
    async ({ context }, use) => {
      const service = await serveForms(context);
      await use(service);
      if (service.comparesPlaces && test.info().status === 'passed')
        await expectPlacesToAgree(context, service.arrived);
    },
    { auto: true },
  ],
});

/** Time (ms) in which a sender that doesn't wait would have asked again. */
export const quietMs = 3000;

export async function openFilledForm(
  page: Page,
  { applicant }: FormService,
  path?: string,
): Promise<Locator> {
  const form = await openForm(page, path);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await fillIn(form, applicant);
  // Send then sends at once.
  await wait(quietMs);
  return form;
}

export const alertOf = (form: Locator) => form.locator('.apply-notice');

/** Presses Send while the form service answers so. Resolves to the alert. */
export async function sendInVain(form: Locator, service: FormService, answer: string): Promise<Locator> {
  service.form = answer;
  await sendButton(form).click();
  await expect(alertOf(form)).toBeVisible();
  return alertOf(form);
}

/** Presses Send without a connection. Resolves to the alert. */
export async function sendOffline(form: Locator, context: BrowserContext): Promise<Locator> {
  await context.setOffline(true);
  await sendButton(form).click();
  await expect(alertOf(form)).toContainText(beginning(t('told.waiting', { time: '§' })));
  return alertOf(form);
}
