/** The table of situations: what the form service answers, times what the person does. */
import type { Page } from '@playwright/test';
import { t } from '../browser/open-form';
import { opportunityWithForm } from '../browser/sample';
import { placePaths } from './sights';
import { own, type Visitor } from './visitor';

interface Answer {
  readonly name: string;
  /** A special form of the inbox (`scripts/local/inbox/special-forms.ts`) or `offline`. */
  readonly form: string;
  /** What is told then: a key of `told.`. */
  readonly told: string;
}

const accepted: Answer = { name: 'accepted', form: 'local', told: 'sent' };

const answers: readonly Answer[] = [
  accepted,
  { name: 'accepted slowly', form: 'slow-1000', told: 'sent' },
  { name: 'answer lost', form: 'lost-answer', told: 'network' },
  { name: 'request lost', form: 'lost-request', told: 'network' },
  { name: 'no answer ever', form: 'hang', told: 'timeout' },
  { name: 'offline', form: 'offline', told: 'waiting' },
  { name: '200 without next', form: 'no-next', told: 'answer' },
  { name: '200 of a captive portal', form: 'ok-html', told: 'answer' },
  { name: '303 to a login', form: 'redirected', told: 'network' },
  { name: '402', form: 'payment-required', told: 'limit' },
  { name: '403 inactive', form: 'inactive', told: 'inactive' },
  { name: '403 of a filter', form: 'proxy-denied', told: 'answer' },
  { name: '404', form: 'not-found', told: 'inactive' },
  { name: '408', form: 'request-timeout', told: 'timeout' },
  { name: '413', form: 'files-too-big', told: 'long' },
  { name: '422 empty', form: 'empty', told: 'other' },
  { name: '422 on a field', form: 'email-refused', told: 'other' },
  { name: '429', form: 'limit', told: 'limit' },
  { name: '429 with Retry-After', form: 'limit-pause', told: 'limit' },
  { name: '500 page', form: 'error-html', told: 'server' },
  { name: '500', form: 'error-json', told: 'server' },
  { name: '503 with Retry-After', form: 'busy', told: 'server' },
];

type Act = (visitor: Visitor, page: Page, answer: Answer) => Promise<unknown>;

/** What the person does, and which answers it makes sense with. */
interface Step {
  readonly fits?: ((answer: Answer) => boolean) | undefined;
  readonly play: Act;
  /** Run in each page before its own scripts. */
  readonly prepare?: string;
}

const isUnsent = ({ told }: Answer) => told !== 'sent';
const isConnected = ({ form }: Answer) => form !== 'offline';
const isWaiting = (answer: Answer) => isUnsent(answer) && isConnected(answer);
const isTriedAgain = ({ told, form }: Answer) =>
  /network|timeout|server|answer|waiting/.test(told) && form !== 'busy';

const works = (visitor: Visitor) => visitor.answers('local');

/** Applies, and waits until the answer is told. */
async function apply(visitor: Visitor, page: Page, { form, told }: Answer): Promise<void> {
  await visitor.write(page);
  await visitor.answers(form);
  await visitor.press(page, told);
}

async function correct(visitor: Visitor, page: Page, { form, told }: Answer): Promise<void> {
  await visitor.open(own, page);
  await page.getByRole('button', { name: t('told.correct') }).click();
  await visitor.write(page, 'corrected');
  await visitor.answers(form);
  await visitor.press(page, told);
}

async function withdraw(visitor: Visitor, page: Page, clickCount = 1): Promise<void> {
  const row = page.locator('#applied ~ ul .row');
  await row.getByText(t('applied.withdraw'), { exact: true }).click();
  visitor.did('withdraw');
  const asked = visitor.asked();
  await row.getByRole('button', { name: t('applied.withdraw.send') }).click({ clickCount });
  await visitor.untilAsked(asked + 1);
}

async function remove(visitor: Visitor, page: Page): Promise<void> {
  const place = page
    .locator('#apply :is(.apply-notice, .apply-note)')
    .filter({ hasText: t('told.delete') })
    .first();
  await place.getByText(t('told.text')).click();
  visitor.did('delete');
  await place.getByRole('button', { name: t('told.delete') }).click();
}

async function share(visitor: Visitor, page: Page): Promise<void> {
  visitor.did('forget');
  await page.getByLabel(t('form.shared'), { exact: true }).check();
  await page.getByText(t('form.shared.on')).waitFor();
}

const alertOrNotes = '#apply .apply-notice, #apply .apply-notes';

const thanked = (page: Page) => page.locator('h1#sent').waitFor();

/** What the person does once the answer is told, with any answer. */
const always: Readonly<Record<string, Act>> = {
  waits: async () => {},
  'closes it, and opens it anew': async (visitor, page) => {
    await works(visitor);
    await page.close({ runBeforeUnload: false });
    await visitor.open();
  },
  'deletes all data': async (visitor) => {
    await works(visitor);
    const page = await visitor.open(placePaths.privacy);
    visitor.did('delete');
    visitor.did('forget');
    await page.locator('[data-on-device] summary').click();
    await page.locator('[data-on-device] [data-delete]').click();
  },
};

/** What they do with what wasn't sent. */
const unsent: Readonly<Record<string, Act>> = {
  'presses again': (visitor, page, { told }) => visitor.press(page, told),
  'is online again': async (visitor) => {
    await visitor.answers('offline');
    visitor.did('online');
    await works(visitor);
  },
  'deletes it': remove,
  'deletes it and applies anew': async (visitor, page) => {
    await remove(visitor, page);
    await works(visitor);
    await visitor.write(page, 'another');
    await visitor.press(page, 'sent');
  },
  'says that the device is shared': share,
};

/** What they do with what wasn't sent, where there is a connection. */
const connected: Readonly<Record<string, Act>> = {
  'presses again when it works': async (visitor, page) => {
    await works(visitor);
    await visitor.press(page, 'sent');
  },
  'corrects it and presses': async (visitor, page) => {
    await works(visitor);
    await visitor.write(page, 'corrected');
    await visitor.press(page, 'sent');
  },
  'presses “Send it now” twice': async (visitor, page) => {
    await works(visitor);
    await visitor.sendNow(page, alertOrNotes, 2);
    await thanked(page);
  },
  'sends it in My volunteering': async (visitor, page) => {
    await works(visitor);
    await visitor.open(placePaths.list, page);
    await visitor.sendNow(page, '[data-pending]');
  },
  'sends it from a second tab': async (visitor) => {
    await works(visitor);
    await visitor.sendNow(await visitor.open(), '#apply .apply-notes');
  },
  'sends another text from a second tab': async (visitor) => {
    await works(visitor);
    const other = await visitor.open();
    await visitor.write(other, 'two');
    await visitor.press(other, 'pending');
    await visitor.press(other, 'sent');
  },
  'says so, and sends it': async (visitor, page) => {
    await share(visitor, page);
    await works(visitor);
    await visitor.sendNow(page, alertOrNotes);
    await thanked(page);
  },
  'tries it in My volunteering': async (visitor, page) => {
    await visitor.open(placePaths.list, page);
    await visitor.sendNow(page, '[data-pending]');
  },
  'goes to another page and back': async (visitor, page) => {
    await page.goto(placePaths.home);
    visitor.did('open');
    await page.goBack();
  },
};

/** What they do while it is sent. */
const meanwhile: Readonly<Record<string, Act>> = {
  'closes it while it is sent': (_, page) => page.close(),
  'closes it while it is sent, and opens it': async (visitor, page) => {
    await page.close();
    await works(visitor);
    await visitor.open();
  },
  'reloads it while it is sent': (visitor, page) => visitor.open(own, page),
};

/** What they do once it has arrived, which meets the answer. */
const arrived: Readonly<Record<string, Act>> = {
  'sends a correction': correct,
  'withdraws what it corrected': async (visitor, page, answer) => {
    await correct(visitor, page, answer);
    await works(visitor);
    await visitor.open(placePaths.list, page);
    await withdraw(visitor, page);
  },
};

const forgetFirst: Act = async (visitor, page, answer) => {
  visitor.did('forget');
  await apply(visitor, page, answer);
};

/** What they do is unlike the others from the start. */
const special: Readonly<Record<string, Step>> = {
  'is online again in vain, and presses “Send it now”': {
    fits: isTriedAgain,
    play: async (visitor, page, answer) => {
      await apply(visitor, page, answer);
      await visitor.answers('offline');
      visitor.did('online');
      await visitor.answers(isConnected(answer) ? answer.form : 'lost-request');
      await visitor.untilAsked(isConnected(answer) ? 2 : 1);
      await visitor.untilAnswered();
      await works(visitor);
      await visitor.sendNow(page, alertOrNotes);
    },
  },
  'has the same in a second tab, in another language': {
    play: async (visitor, page, answer) => {
      await visitor.write(await visitor.open(opportunityWithForm('fr').path));
      await apply(visitor, page, answer);
    },
  },
  'said before that the device is shared': {
    play: async (visitor, page, answer) => {
      await visitor.write(page);
      await share(visitor, page);
      await visitor.answers(answer.form);
      await visitor.press(page, answer.told);
    },
  },
  'blocks storage': {
    prepare: `IDBFactory.prototype.open = () => { throw new DOMException('', 'SecurityError'); }`,
    play: forgetFirst,
  },
  'has no room': {
    prepare: `IDBObjectStore.prototype.put = () => { throw new DOMException('', 'QuotaExceededError'); }`,
    play: forgetFirst,
  },
  'has no Web Locks, and a second tab': {
    fits: isWaiting,
    prepare: `Object.defineProperty(navigator, 'locks', { value: undefined })`,
    play: async (visitor, page, answer) => {
      await apply(visitor, page, answer);
      await works(visitor);
      const other = await visitor.open();
      const presses = [visitor.sendNow(page, alertOrNotes), visitor.sendNow(other, '#apply .apply-notes')];
      // The other one may find nothing left to send.
      await Promise.any(presses);
    },
  },
  'sends a withdrawal, with a double click': {
    fits: isConnected,
    play: async (visitor, page, { form }) => {
      await apply(visitor, page, accepted);
      await visitor.open(placePaths.list, page);
      await visitor.answers(form);
      await withdraw(visitor, page, 2);
    },
  },
};

const group = (acts: Readonly<Record<string, Act>>, play: (act: Act) => Act, fits?: Step['fits']) =>
  Object.fromEntries(Object.entries(acts).map(([name, act]) => [name, { play: play(act), fits }]));

const after =
  (act: Act): Act =>
  async (...all) => {
    await apply(...all);
    await act(...all);
  };

const during =
  (act: Act): Act =>
  async (visitor, page, answer) => {
    await visitor.write(page);
    await visitor.answers(answer.form);
    await visitor.pressOnly(page);
    await visitor.untilAsked(1);
    await act(visitor, page, answer);
  };

const afterArrival =
  (act: Act): Act =>
  async (visitor, page, answer) => {
    await apply(visitor, page, accepted);
    await act(visitor, page, answer);
  };

const steps: Readonly<Record<string, Step>> = {
  ...group(always, after),
  ...group(unsent, after, isUnsent),
  ...group(connected, after, isWaiting),
  ...group(meanwhile, during, isConnected),
  ...group(arrived, afterArrival),
  ...special,
};

export interface Situation {
  /** `500 page, deletes it` */
  readonly name: string;
  /** Run in each page before its own scripts. */
  readonly prepare: string | undefined;
  readonly play: (visitor: Visitor) => Promise<unknown>;
}

export const situations: readonly Situation[] = Object.entries(steps).flatMap(
  ([name, { play, fits, prepare }]) =>
    answers
      .filter((answer) => fits?.(answer) ?? true)
      .map((answer) => ({
        name: `${answer.name}, ${name}`,
        prepare,
        play: async (visitor: Visitor) => play(visitor, await visitor.open(), answer),
      })),
);
