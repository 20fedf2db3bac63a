/** What pages show of submissions, and what the device has of them, as data. */
import type { BrowserContext, Page } from '@playwright/test';
import { pathOf } from '@/i18n/routes';
import { translator } from '@/i18n/translate';
import { numberOf, readOutboxEntry, readSentRecord } from '@/device/storage/application/outbox-entry';
import { formatSubmissionNumber } from '@/device/storage/application/submission-id';
import { tellEntry } from '@/device/storage/application/tell-submission';
import type { Device, Saying, Sight } from './judge';

const t = translator('en');

/** A second tab may be in another language. */
const languages = [t, translator('fr')];

/** Runs in a page: the texts of all that tells of submissions there. */
function readPage() {
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)]
      .filter((one) => one.checkVisibility())
      .map((one) => one.textContent);
  const has = (selector: string) => document.querySelector(selector) !== null;
  const isKept = (key: string) =>
    /\d/.test(document.querySelector(`[data-kept="${key}"]`)?.textContent ?? '');
  return {
    path: location.pathname,
    heading: texts('h1').join(' ').trim(),
    form: texts('#apply :is(.apply-notice, .apply-notes, .apply-status, .apply-draft)').join(' '),
    text: document.querySelector<HTMLTextAreaElement>('#apply [name=motivation]')?.value ?? '',
    news: texts('[data-outbox]').join(' '),
    pending: texts('[data-pending] li'),
    rows: texts('#applied ~ ul .row'),
    count: document.querySelector('[data-saved-count]')?.textContent ?? '',
    hasSent: isKept('applied'),
    hasUnsent: isKept('outbox'),
    hasLink: has('.reach a[href$="#applied"]'),
    isAlertFocused: document.activeElement?.closest('.apply-notice') != null,
  };
}

type Reading = ReturnType<typeof readPage>;

/** Runs in a page: tells its texts now and whenever they change. */
function watchPage(read: () => unknown, tell: (reading: string) => void): void {
  let last = '';
  const look = () => {
    const reading = JSON.stringify(read());
    if (reading !== last) tell(reading);
    last = reading;
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
  addEventListener('focusin', look);
}

/** What is told of submissions and drafts: the keys of `told.`, and others. */
const keys: Readonly<Record<string, Parameters<typeof t>[0]>> = {
  ...Object.fromEntries(
    [
      'waiting sending unconfirmed network timeout server answer limit inactive long files other closed automatic ended',
      'saved doubtful unsaved gone changed withdrawn draft sent',
    ].flatMap((line) => line.split(' ').map((key) => [key, `told.${key}`])),
  ),
  kept: 'form.draft.kept',
  pressing: 'form.sending',
  shared: 'form.shared.on',
  earlier: 'form.earlier.title',
  pending: 'form.pending.title',
};

/** Their texts with gaps, as patterns whose first group is the number. */
const patterns = languages.flatMap((t) =>
  Object.entries(keys).map(([key, text]) => {
    const escaped = RegExp.escape(t(text, { time: '§', id: '¤' }));
    return [key, new RegExp(escaped.replace('§', '.{5,40}?').replace('¤', '([A-Z0-9-]+)'), 'g')] as const;
  }),
);

const sayingsIn = (text: string): readonly Saying[] =>
  patterns.flatMap(([key, one]) => [...text.matchAll(one)].map(([, number]) => ({ key, number })));

const section = (name: 'saved' | 'thanks') => pathOf('en', { to: 'section', section: name });

/** The pages of all places; that of the form is the opportunity's. */
export const placePaths = {
  home: pathOf('en', { to: 'home' }),
  list: section('saved'),
  privacy: '/en/info/privacy/',
};

function placeOf(path: string): Sight['place'] {
  for (const place of ['home', 'list', 'privacy'] as const) if (placePaths[place] === path) return place;
  if (path === section('thanks')) return 'thanks';
  return /^\/\w\w\/(?:opportunities|missions)\//.test(path) ? 'form' : 'elsewhere';
}

function understand({ path, heading, form, news, pending, rows, count, ...rest }: Reading): Sight {
  const place = placeOf(path);
  return {
    ...rest,
    place,
    form: sayingsIn(form),
    news: sayingsIn(news),
    pending: pending.map(sayingsIn),
    rows: rows.map((text) => ({
      number: /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(text)?.[0] ?? '',
      isWithdrawn: text.includes(t('applied.withdrawnOn', { day: '§' }).split('§')[0] ?? ''),
    })),
    count: count.trim(),
    isThanks: place === 'thanks' && heading === t('thanks.title'),
  };
}

/** Has the pages of a browser show what they tell now and whenever that changes. `prepare` is run in each before its own scripts. */
export async function watchPages(
  context: BrowserContext,
  see: (page: Page, sight: Sight) => void,
  prepare = '',
): Promise<void> {
  await context.exposeBinding('tellSight', ({ page }, reading: string) =>
    see(page, understand(JSON.parse(reading) as Reading)),
  );
  // What runs this file may name functions by a helper of its own.
  const script = `globalThis.__name = (named) => named;${prepare};(${watchPage})(${readPage}, tellSight)`;
  await context.addInitScript(script);
}

/** What the records of a device mean at an instant. */
export function readDevice(records: readonly unknown[], now: number): Device {
  const sent = records
    .flatMap((value) => readSentRecord(value) ?? [])
    .filter(({ kind }) => kind === undefined);
  const entries = records.flatMap((value) => readOutboxEntry(value) ?? []);
  const number = ({ id }: { readonly id: string }) => formatSubmissionNumber(numberOf(id));
  return {
    sent: sent
      .sort((a, b) => (a.appliedAt < b.appliedAt ? 1 : -1))
      .map((one) => ({ number: number(one), isWithdrawn: one.withdrawnAt !== undefined })),
    unsent: entries
      .filter(({ reason }) => reason !== 'deleted')
      .map((entry) => ({
        number: number(entry),
        text: entry.payload['motivation'] ?? '',
        isWithdrawal: entry.kind === 'withdrawal',
        isWaiting: entry.state === 'waiting',
        keys: [true, false].flatMap((isSending) =>
          sayingsIn(tellEntry(entry, { t, now, isStored: true, isSending }).first).map(({ key }) => key),
        ),
      })),
    deleted: entries.filter(({ reason }) => reason === 'deleted').map(number),
  };
}
