/** A visitor with a browser that grants Background Sync, as the browsers of visitors do. */
import { setTimeout as wait } from 'node:timers/promises';
import {
  chromium,
  expect,
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
} from '@playwright/test';
import { translator } from '@/i18n/translate';
import type { SiteOpportunity } from '@/site/site';
import { fillIn } from '../browser/application';
import { opportunityWithForm } from '../browser/sample';
import { ensureFullBrowser } from '../../scripts/install/browser';
import type { ServiceLane, TestService } from './service';

export const t = translator('en');

/** The beginning of a text of the interface, up to its first gap. */
export const startOf = (text: string) => text.split('§')[0] ?? '';

/** Time (ms) before an answer, as of a form service on the Internet: senders have time to get in each other's way. */
const answerMs = 400;

/** Time (ms) that a person needs to write at least: Send then sends at once. */
const writingMs = 3000;

/** The longest wait (ms) for anything to appear. */
const patienceMs = 10_000;

export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: ensureFullBrowser(console.log),
    // Without it, Playwright asks for the old mode, which refuses Background Sync.
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
    ],
  });
}

export class BrowserVisitor {
  /** No two visitors have the same. */
  readonly email = `${crypto.randomUUID()}@example.org`;
  readonly opportunity: SiteOpportunity = opportunityWithForm();

  private constructor(
    readonly lane: ServiceLane,
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly service: TestService,
  ) {}

  static async open(browser: Browser, lane: ServiceLane, service: TestService): Promise<BrowserVisitor> {
    Object.assign(lane, { service: 'up', requests: 0, delayMs: answerMs });
    const context = await browser.newContext({
      baseURL: lane.siteUrl,
      locale: 'en-GB',
      timezoneId: 'Europe/Paris',
      permissions: ['background-sync'],
    });
    context.setDefaultTimeout(patienceMs);
    return new BrowserVisitor(lane, context, await context.newPage(), service);
  }

  /** Opens the opportunity's page, and waits until the form's script and the service worker are there. */
  async openForm(page = this.page, path = this.opportunity.path): Promise<Locator> {
    // An address that differs only after the # wouldn't load the page again.
    await page.goto('about:blank');
    await page.goto(`${path}#apply`);
    const form = page.locator('#apply form');
    await form.scrollIntoViewIfNeeded();
    await page.locator('#apply [data-form]').waitFor({ state: 'detached' });
    await expect
      .poll(
        () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state),
        { timeout: patienceMs },
      )
      .toBe('activated');
    return form;
  }

  async fillIn(form: Locator): Promise<void> {
    await fillIn(form);
    await form.locator('[name=email]').fill(this.email);
  }

  async openFilledForm(page = this.page): Promise<Locator> {
    const form = await this.openForm(page);
    await this.fillIn(form);
    await wait(writingMs);
    return form;
  }

  /** Presses Send while the form service answers so, and waits for the alert. */
  async sendInVain(form: Locator, answer: string): Promise<Locator> {
    this.lane.service = answer;
    await send(form);
    const alert = alertOf(form);
    await expect(alert).toBeVisible({ timeout: patienceMs });
    return alert;
  }

  /** Presses Send without a connection. */
  async sendOffline(form: Locator): Promise<Locator> {
    await this.context.setOffline(true);
    await send(form);
    await expect(alertOf(form)).toContainText(t('apply.offline.title'), { timeout: patienceMs });
    return alertOf(form);
  }

  /** Sends an application, which arrives. */
  async apply(): Promise<void> {
    await send(await this.openFilledForm());
    await this.page.waitForURL('**/thank-you/');
  }

  /** The messages that arrived from this visitor, the first one first. */
  async arrivals(): Promise<readonly Readonly<Record<string, string>>[]> {
    return (await this.service.arrived(this.email)).map(({ fields }) => fields);
  }

  async waitForArrivals(count: number): Promise<void> {
    await expect.poll(async () => (await this.arrivals()).length, { timeout: patienceMs }).toBe(count);
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

export const alertOf = (form: Locator) => form.locator('.apply-notice');

export const send = (form: Locator) => form.locator('> button[type=submit]').click();
