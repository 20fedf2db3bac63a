/** A person with a browser of their own, who applies while a form service answers in some way. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { InboxRow } from '@/applications/outbox/inbox-rows.fixture';
import { formatSubmissionNumber } from '@/device/storage/application/submission-id';
import { sendButton, t } from '../browser/open-form';
import { outboxOf } from '../browser/outbox';
import { opportunityWithForm } from '../browser/sample';
import { siteUrl } from '../../scripts/test/ports';
import {
  has,
  isTold,
  lastSight,
  placeFaults,
  sayings,
  type Arrival,
  type Deed,
  type Happening,
  type Moment,
  type Sight,
  type Story,
} from './judge';
import type { Caller } from './service';
import { placePaths, readDevice, watchPages } from './sights';

export const own = opportunityWithForm().path;

/** Runs in a page: answers everything at once. People's letters and presses are those of the browser tests. */
function fill(form: Element, special: Readonly<Record<string, string>>): void {
  const answers: Readonly<Record<string, string>> = {
    email: 'aminata@example.org',
    country: 'SN',
    ...special,
  };
  for (const control of form.querySelectorAll<HTMLInputElement>(
    '.apply-field :is(input, select, textarea)',
  )) {
    const usual = control.matches('select') ? 'good' : 'Yes, 4 h in the evening.';
    if (control.type === 'checkbox') control.checked = true;
    else if (control.type !== 'file') control.value = answers[control.name] ?? usual;
    for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
  }
}

/** For busy machines (ms): nothing waits so long where all is well. */
const patienceMs = 30_000;

/** What a place shows has to stay so (ms). */
const quietMs = 200;

/**
 * In pages: time for writing passes with the first word, since forms send three seconds after it at the earliest, and an
 * answer is waited for four seconds instead of 20.
 */
const hurry = `
  let written = 0;
  addEventListener('input', () => setTimeout(() => (written = 3000), 20), { once: true });
  const sinceStart = performance.now.bind(performance);
  performance.now = () => sinceStart() + written;
  const after = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = (ms) => after(ms === 20_000 ? 4000 : ms);
`;

const sendable = '> [type=submit]:not([aria-disabled])';

/** What has arrived from anybody. */
export type Rows = () => readonly InboxRow[];

export class Visitor implements Caller {
  readonly moments: Moment[] = [];
  readonly name = `Awa ${crypto.randomUUID()}`;
  form = 'local';
  private readonly pages: Page[] = [];
  /** Requests that the form service hasn't answered yet. */
  private underWay = 0;

  private constructor(
    readonly context: BrowserContext,
    private readonly rows: Rows,
  ) {}

  /** `prepare` is run in each page before its own scripts. */
  static async meet(browser: Browser, rows: Rows, prepare = ''): Promise<Visitor> {
    const context = await browser.newContext({
      baseURL: siteUrl,
      locale: 'en-GB',
      permissions: ['background-sync'],
    });
    context.setDefaultTimeout(60_000);
    const visitor = new Visitor(context, rows);
    await watchPages(
      context,
      (page, sight) => {
        const [at, arrived] = [visitor.pages.indexOf(page), visitor.arrivals()];
        visitor.note({ what: 'sight', page: at, sight, arrived });
      },
      hurry + prepare,
    );
    return visitor;
  }

  private note(happening: Happening): void {
    this.moments.push({ ...happening, at: performance.now() });
  }

  asks(hasHeaders: boolean): void {
    this.underWay += 1;
    this.note({ what: 'asked', hasHeaders });
  }

  isAnswered(): void {
    this.underWay -= 1;
  }

  did(deed: Deed, text?: string): void {
    this.note({ what: 'deed', deed, text });
  }

  private arrivals(): readonly Arrival[] {
    return this.rows()
      .filter(({ name }) => name === this.name)
      .map(({ submission_id, motivation, purpose }) => ({
        number: formatSubmissionNumber(submission_id),
        text: (motivation as string | undefined) ?? '',
        isWithdrawal: purpose === 'withdrawal',
      }));
  }

  private async until(isSo: () => boolean | Promise<boolean>): Promise<void> {
    const end = Date.now() + patienceMs;
    while (Date.now() < end && !(await isSo())) await wait(50);
  }

  /** The form service answers so from now on; `offline`: there is no connection. */
  async answers(form: string): Promise<void> {
    this.form = form;
    await this.context.setOffline(form === 'offline');
  }

  /** Opens a page, in a new tab unless one is given. */
  async open(path = own, tab?: Page): Promise<Page> {
    const page = tab ?? (await this.context.newPage());
    if (!tab) this.pages.push(page);
    this.did('open');
    // An address that differs only after the # wouldn't load the page again.
    if (tab) await page.goto('about:blank');
    await page.goto(path === own ? `${path}#apply` : path);
    if (path === own) {
      await page.locator('#apply form').scrollIntoViewIfNeeded();
      await page.locator('#apply [data-form]').waitFor({ state: 'detached' });
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    }
    return page;
  }

  async write(page: Page, text = 'one'): Promise<void> {
    const motivation = `${text}: I have translated two handbooks before.`;
    await page.locator('#apply form').evaluate(fill, { name: this.name, motivation });
    // Then forms send at once.
    await wait(50);
  }

  /** Presses Send, and waits until the form tells what came of it. */
  async press(page: Page, told: string): Promise<void> {
    await this.pressOnly(page);
    await page
      .locator(`h1#sent, form:has(${sendable}):has(.apply-notice, .apply-status:not(:empty))`)
      .waitFor();
    await this.until(() => isTold(this.sightOf(page), told));
    this.note({ what: 'settled', page: this.pages.indexOf(page), told });
  }

  async pressOnly(page: Page): Promise<void> {
    const form = page.locator('#apply form');
    this.did('press', await form.locator('[name=motivation]').inputValue());
    await sendButton(form).click();
  }

  /** Waits until the form service has been asked so often. */
  untilAsked(times: number): Promise<void> {
    return this.until(() => this.asked() >= times);
  }

  /** Waits until the form service has answered everything, and pages tell of the answer. */
  untilAnswered(): Promise<void> {
    const isSending = (page: Page) => {
      const sight = this.sightOf(page);
      return !page.isClosed() && sight !== undefined && has(sayings(sight), 'sending', 'pressing');
    };
    return this.until(() => this.underWay === 0 && !this.pages.some(isSending));
  }

  asked(): number {
    return this.moments.filter(({ what }) => what === 'asked').length;
  }

  /** Presses “Send it now” in a part of a page. */
  async sendNow(page: Page, part: string, clickCount = 1): Promise<void> {
    this.did('now');
    const asked = this.asked();
    await page
      .locator(part)
      .getByRole('button', { name: t('told.now') })
      .first()
      .click({ clickCount });
    await this.untilAsked(asked + 1);
  }

  private sightOf(page: Page): Sight | undefined {
    return lastSight(this.moments, this.pages.indexOf(page));
  }

  /**
   * All is well again, and the person comes back two hours later: what waits is sent, and every place is looked at. Resolves to
   * the whole story, and to what places say that the device doesn't.
   */
  async end(): Promise<{ readonly story: Story; readonly faults: readonly string[] }> {
    await this.untilAnswered();
    await this.answers('local');
    await this.context.clock.install({ time: Date.now() + 2 * 3_600_000 });
    const page = await this.open(placePaths.home);
    this.did('end');
    let device = readDevice([], 0);
    await this.until(async () => {
      device = readDevice(await outboxOf(page).catch(() => []), Date.now());
      return device.unsent.every(({ isWaiting }) => !isWaiting);
    });
    const faults: string[] = [];
    for (const [place, path] of Object.entries({ ...placePaths, form: own })) {
      if (place !== 'home') await this.open(path, page);
      let found: readonly string[] = [];
      const isRight = () => {
        const sight = this.sightOf(page);
        found = sight?.place === place ? placeFaults(sight, device) : [`${place} shows nothing`];
        return found.length === 0;
      };
      await this.until(async () => isRight() && (await wait(quietMs, true)) && isRight());
      faults.push(...found);
    }
    const open = this.pages.flatMap((one, index) => (one.isClosed() ? [] : [index]));
    return { story: { moments: this.moments, arrivals: this.arrivals(), device, open }, faults };
  }
}
