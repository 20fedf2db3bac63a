/**
 * Situations that only a real browser can play: what a page tells while it, other pages and the service worker send.
 * Each throws where a rule is broken.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translate';
import { opportunityWithForm } from '../browser/sample';
import { alertOf, send, startOf, t, type BrowserVisitor } from './browser-visitor';

export interface BrowserSituation {
  readonly name: string;
  /** True while the rule is known to be broken. Some such faults show only now and then. */
  readonly isKnownFault?: boolean;
  readonly play: (visitor: BrowserVisitor) => Promise<void>;
}

/** Time (ms) in which a sender that doesn't wait would have asked again. */
const quietMs = 3000;

/** An answer of the form service, and the sentence that tells it. */
const answers = [
  ['429 with Retry-After: 3600', 'limit-pause', t('apply.refused.limit')],
  ['503 with Retry-After: 120', 'busy', t('apply.unconfirmed.server')],
  ['500', 'error-json', t('apply.unconfirmed.server')],
  ['403', 'inactive', t('apply.refused.inactive')],
  ['422', 'empty', t('apply.refused.other')],
] as const;

const oneSender: readonly BrowserSituation[] = [
  ...answers.map(([title, answer, sentence]) => ({
    name: `a ${title} is asked for once, and its alert stays`,
    play: async (visitor: BrowserVisitor) => {
      const form = await visitor.openFilledForm();
      const alert = await visitor.sendInVain(form, answer);
      await expect(alert).toContainText(sentence);
      await wait(quietMs);
      expect(visitor.lane.requests, 'requests').toBe(1);
      await expect(alert).toContainText(sentence);
      await expect(alert, 'the focus stays').toBeFocused();
    },
  })),
  {
    name: 'back online, an application is sent once, and the page tells it',
    play: async (visitor) => {
      const form = await visitor.openFilledForm();
      await visitor.sendOffline(form);
      await visitor.context.setOffline(false);
      await visitor.waitForArrivals(1);
      await expect(form).toContainText(startOf(t('apply.arrived', { time: '§', id: '' })));
      await wait(quietMs);
      expect(visitor.lane.requests, 'requests').toBe(1);
    },
  },
];

/** Withdraws the application on the page of the visitor's applications. */
async function withdraw({ page }: BrowserVisitor, clicks = 1): Promise<void> {
  await page.goto('/en/my-volunteering/');
  const row = page.locator('#applied ~ ul .row');
  await row.getByText(t('applied.withdraw'), { exact: true }).click();
  const button = row.getByRole('button', { name: t('applied.withdraw.send') });
  if (clicks === 2) await button.dblclick();
  else await button.click();
  await expect(row).toContainText(startOf(t('applied.withdrawnOn', { day: '§' })));
}

const withdrawals: readonly BrowserSituation[] = [
  {
    name: 'a correction that failed isn’t sent after the withdrawal',
    play: async (visitor) => {
      await visitor.apply();
      const form = await visitor.openForm();
      await form.getByRole('button', { name: t('apply.earlier.correct') }).click();
      await form.locator('[name=availability]').fill('6 h');
      await form.locator('[name=consent]').check();
      const alert = await visitor.sendInVain(form, 'error-json');
      await expect(alert).toContainText(t('apply.unconfirmed.title'));
      visitor.lane.service = 'up';
      await withdraw(visitor);
      await wait(quietMs);
      await visitor.page.evaluate(() => dispatchEvent(new Event('online')));
      await wait(quietMs);
      const purposes = (await visitor.arrivals()).map(({ purpose = 'application' }) => purpose);
      expect(purposes).toEqual(['application', 'withdrawal']);
    },
  },
  {
    name: 'the receipt of a withdrawal has the number that the organization gets',
    play: async (visitor) => {
      await visitor.apply();
      await withdraw(visitor);
      const [application] = await visitor.arrivals();
      await expect(visitor.page.locator('[data-outbox]')).toContainText(application?.['number'] ?? '–');
    },
  },
  {
    name: 'a double click sends one withdrawal',
    isKnownFault: true,
    play: async (visitor) => {
      await visitor.apply();
      await withdraw(visitor, 2);
      await wait(quietMs);
      expect(await visitor.arrivals()).toHaveLength(2);
    },
  },
];

/** The page tells that it was sent, and doesn't claim that the text in the form differs from that. */
async function expectSameText(form: Locator, locale: Locale = 'en'): Promise<void> {
  const t = translator(locale);
  const sentences = [
    t('apply.arrived', { time: '§', id: '' }),
    t('apply.arrived.other', { time: '§', id: '' }),
  ];
  const [same, other] = sentences.map((text) => form.getByText(startOf(text)));
  if (!same || !other) return;
  await expect(same.or(other)).toBeVisible();
  await expect(other).toBeHidden();
}

/** Fails once, and then arrives by an automatic attempt, in a browser that a script changes before. */
const sentLater = (name: string, isKnownFault: boolean, change: () => void): BrowserSituation => ({
  name: `a text that arrives at the second attempt isn’t called another one: ${name}`,
  isKnownFault,
  play: async (visitor) => {
    await visitor.context.addInitScript(change);
    const form = await visitor.openFilledForm();
    await visitor.sendInVain(form, 'lost-request');
    visitor.lane.service = 'up';
    await visitor.page.evaluate(() => dispatchEvent(new Event('online')));
    await visitor.waitForArrivals(1);
    await expectSameText(form);
  },
});

/** The same text stands in a second form while the first one is sent. */
const sentBeside = (name: string, locale: Locale): BrowserSituation => ({
  name: `a text that arrives from one tab isn’t called another one in the second: ${name}`,
  isKnownFault: true,
  play: async (visitor) => {
    const { path } = opportunityWithForm(locale);
    const other = await visitor.openForm(await visitor.context.newPage(), path);
    await visitor.fillIn(other);
    const form = await visitor.openFilledForm();
    await visitor.sendInVain(form, 'lost-request');
    visitor.lane.service = 'up';
    await visitor.page.evaluate(() => dispatchEvent(new Event('online')));
    await visitor.waitForArrivals(1);
    await expectSameText(other, locale);
  },
});

const sameText: readonly BrowserSituation[] = [
  sentLater('storage is blocked', true, () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('', 'SecurityError');
    };
  }),
  sentLater('storage is full', true, () => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
  }),
  sentLater('no Web Locks', false, () => Object.defineProperty(navigator, 'locks', { value: undefined })),
  sentBeside('in the same language', 'en'),
  sentBeside('in another language', 'fr'),
];

/** The page must not go on promising what no longer holds after something happens. */
const promise = (
  name: string,
  happens: (form: Locator, privacy: Page) => Promise<void>,
): BrowserSituation => ({
  name: `“saved on this device … will be sent” isn’t promised any more ${name}`,
  isKnownFault: true,
  play: async (visitor) => {
    const privacy = await visitor.context.newPage();
    await privacy.goto('/en/info/privacy/');
    const form = await visitor.openFilledForm();
    const alert = await visitor.sendOffline(form);
    await happens(form, privacy);
    await expect(alert).not.toContainText(t('apply.offline'));
  },
});

/** The page of the opportunity is gone from the site. */
async function removePage({ context, opportunity }: BrowserVisitor, page: Page): Promise<void> {
  const body = await page.request.get('/404.html').then((response) => response.text());
  await context.route(`**${opportunity.path}`, (route) =>
    route.fulfill({ status: 404, contentType: 'text/html', body }),
  );
}

const told: readonly BrowserSituation[] = [
  promise('after “shared device” is ticked', (form) => form.locator('#apply-shared').check()),
  promise('after all data of the site was deleted', (_, privacy) =>
    privacy.locator('[data-on-device] [data-delete=""]').click(),
  ),
  promise('after what waits was deleted on the privacy page', (_, privacy) =>
    privacy.locator('[data-on-device] [data-delete="outbox"]').click(),
  ),
  {
    name: 'an application that is sent after the closing date isn’t also said to be too late',
    play: async (visitor) => {
      await visitor.page.clock.install();
      const form = await visitor.openFilledForm();
      await visitor.context.setOffline(true);
      await visitor.page.clock.fastForward(quietMs);
      await send(form);
      await expect(alertOf(form)).toContainText(t('apply.offline.title'));
      await visitor.page.clock.fastForward((visitor.opportunity.closesAt ?? 0) - Date.now() + 60_000);
      await visitor.context.setOffline(false);
      await visitor.waitForArrivals(1);
      await expect(form).not.toContainText(t('apply.closed'));
    },
  },
  {
    name: '“we’ll try again” isn’t promised of an application that another tab found refused',
    isKnownFault: true,
    play: async (visitor) => {
      const form = await visitor.openFilledForm();
      const alert = await visitor.sendInVain(form, 'error-json');
      const other = await visitor.openForm(await visitor.context.newPage());
      visitor.lane.service = 'inactive';
      await other.getByRole('button', { name: t('apply.pending.now') }).click();
      await expect(alertOf(other)).toContainText(t('apply.refused.inactive'));
      await expect(alert).not.toContainText(t('apply.keptAndTried'));
    },
  },
  {
    name: 'an application to a page that is gone isn’t said to be refused by the form, and can be sent by e-mail',
    isKnownFault: true,
    play: async (visitor) => {
      await visitor.sendOffline(await visitor.openFilledForm());
      const page = await visitor.context.newPage();
      await visitor.page.close();
      await removePage(visitor, page);
      await visitor.context.setOffline(false);
      await page.goto('/en/');
      const news = page.locator('[data-outbox]');
      await expect(news).toBeVisible();
      await expect(news).not.toContainText(t('outbox.refused', { title: '§' }).split('§').at(-1) ?? '');
      await expect(news.locator('a[href^="mailto:"]')).toBeVisible();
    },
  },
  {
    name: 'what is saved in a private window is said to be lost with it',
    isKnownFault: true,
    play: async (visitor) => {
      const alert = await visitor.sendOffline(await visitor.openFilledForm());
      await expect(alert).toContainText(t('apply.pending.loss'));
    },
  },
  {
    name: 'the thank-you page doesn’t thank for an application that was never sent',
    isKnownFault: true,
    play: async (visitor) => {
      await visitor.page.goto('/en/thank-you/');
      await expect(visitor.page.locator('h1')).not.toHaveText(t('thanks.title'));
    },
  },
  ...[
    ['408', 'request-timeout'],
    ['403 of a filter on the way', 'proxy-denied'],
  ].map(([title, answer = '']) => ({
    name: `a ${title} isn’t final`,
    isKnownFault: true,
    play: async (visitor: BrowserVisitor) => {
      const alert = await visitor.sendInVain(await visitor.openFilledForm(), answer);
      await expect(alert).toContainText(t('apply.unconfirmed.title'));
    },
  })),
];

const drafts: readonly BrowserSituation[] = [
  {
    name: 'a draft is still offered after a word was typed before the script came',
    isKnownFault: true,
    play: async (visitor) => {
      const { page, context, opportunity } = visitor;
      const form = await visitor.openFilledForm();
      await expect(form).toContainText(startOf(t('apply.draft.kept', { time: '§' })));
      const scripts = Promise.withResolvers<undefined>();
      await context.route('**/*.js', async (route) => {
        await scripts.promise;
        await route.continue();
      });
      await page.goto('about:blank');
      await page.goto(`${opportunity.path}#apply`, { waitUntil: 'commit' });
      await form.locator('[name=name]').fill('Zoë');
      scripts.resolve(undefined);
      await page.locator('#apply [data-form]').waitFor({ state: 'detached' });
      await form.locator('[name=availability]').fill('2 h');
      await expect(form).toContainText(startOf(t('apply.draft.kept', { time: '§' })));
      await visitor.openForm();
      const offer = form.getByRole('button', { name: t('apply.draft.useOther') });
      if (!(await offer.isVisible())) await expect(form.locator('[name=motivation]')).not.toHaveValue('');
    },
  },
  {
    name: 'the draft of an opportunity that is gone can be read',
    isKnownFault: true,
    play: async (visitor) => {
      const form = await visitor.openFilledForm();
      const text = await form.locator('[name=motivation]').inputValue();
      await expect(form).toContainText(startOf(t('apply.draft.kept', { time: '§' })));
      await removePage(visitor, visitor.page);
      for (const path of ['/en/info/privacy/', '/en/my-volunteering/']) {
        await visitor.page.goto(path);
        await wait(quietMs);
        if ((await visitor.page.locator('main').textContent())?.includes(text)) return;
      }
      throw new Error('Neither the privacy page nor My volunteering shows its text.');
    },
  },
  {
    name: 'a change during a slow send isn’t lost without a word',
    isKnownFault: true,
    play: async (visitor) => {
      const form = await visitor.openFilledForm();
      visitor.lane.service = 'slow-3000';
      await send(form);
      await expect.poll(() => visitor.lane.requests).toBe(1);
      await form.locator('[name=availability]').fill('Changed while it was sent');
      await visitor.waitForArrivals(1);
      await wait(quietMs);
      const shown = await visitor.page.evaluate(() =>
        [document.body.innerText, ...[...document.querySelectorAll('input')].map(({ value }) => value)].join(
          ' ',
        ),
      );
      expect(shown).toContain('Changed while it was sent');
    },
  },
];

export const browserSituations: readonly BrowserSituation[] = [
  ...oneSender,
  ...withdrawals,
  ...sameText,
  ...told,
  ...drafts,
];
