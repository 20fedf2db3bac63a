/**
 * Every place that shows a submission: the home page, the list of what was sent and of what waits, the privacy page, the
 * opportunity with its form, and the thank-you page. All have to say what the device has, and that has to be what arrived.
 */
import { expect, type BrowserContext, type Page } from '@playwright/test';
import { numberOf, readOutboxEntry, readSentRecord } from '../../src/device/storage/application/outbox-entry';
import { formatSubmissionNumber } from '../../src/device/storage/application/submission-id';
import { tellEntry, type TellingTranslate } from '../../src/device/storage/application/tell-submission';
import { pathOf } from '../../src/i18n/routes';
import { beginning, formOf, t } from './open-form';
import { outboxOf } from './outbox';
import { opportunityWithForm } from './sample';

const savedPath = pathOf('en', { to: 'section', section: 'saved' });
const thanksPath = pathOf('en', { to: 'section', section: 'thanks' });

/** Without times: those of a page are in its own time zone. */
const timeless: TellingTranslate = Object.assign(
  (...[key, params]: Parameters<typeof t>) => t(key, { ...params, time: '§' }),
  t,
);

/** What has arrived from the visitor so far. */
type Arrived = () => Promise<readonly Readonly<Record<string, string>>[]>;

/** What the device has: applications that were sent, what hasn't arrived, and what is told of the latter. */
async function readDevice(page: Page) {
  const records = await outboxOf(page);
  const sent = records.flatMap((value) => readSentRecord(value) ?? []).filter(({ kind }) => !kind);
  const unsent = records
    .flatMap((value) => readOutboxEntry(value) ?? [])
    .filter(({ reason }) => reason !== 'deleted');
  // Another page, or the service worker, may be sending it at this moment.
  const told = unsent.map((entry) => {
    const tell = (isSending: boolean) =>
      tellEntry(entry, { t: timeless, now: Date.now(), isStored: true, isSending }).first;
    return new RegExp([true, false].map((one) => RegExp.escape(beginning(tell(one)))).join('|'));
  });
  // Of a deleted one that may have arrived the number is left.
  const left = records.filter(({ state }) => state !== 'sent');
  return { sent, unsent, told, left };
}

async function comparePlaces(page: Page, context: BrowserContext, arrivedSoFar: Arrived): Promise<void> {
  const patience = { timeout: 3000 };
  await page.goto(pathOf('en', { to: 'home' }));
  const { sent, unsent, told, left } = await readDevice(page);
  const numbers = sent.map(({ id }) => formatSubmissionNumber(id));
  const arrived = (await arrivedSoFar()).map(({ number }) => number);
  expect(arrived).toEqual(expect.arrayContaining(numbers));
  const known = [...numbers, ...left.map(({ id }) => formatSubmissionNumber(numberOf(id)))];
  // A device that stores nothing knows of nothing.
  if (known.length > 0)
    expect(known, 'the device knows of all that arrived').toEqual(expect.arrayContaining(arrived));
  for (const { id, reason, mayHaveArrived } of unsent)
    if (arrived.includes(formatSubmissionNumber(id)) && reason !== undefined)
      expect(mayHaveArrived, 'what arrived isn’t called unsent for certain').toBe(true);
  const isUnderWay = sent.some(({ withdrawnAt }) => withdrawnAt === undefined);
  await expect(page.locator('[data-saved-count]')).toHaveText(isUnderWay ? ' (1)' : '', patience);

  await page.goto(savedPath);
  const rows = page.locator('#applied ~ ul .row');
  await expect(rows).toHaveCount(sent.length, patience);
  for (const number of numbers) await expect(rows.filter({ hasText: number })).toHaveCount(1, patience);
  const listed = page.locator('[data-pending] li').filter({ hasNotText: 'A draft, not sent' });
  await expect(listed).toHaveCount(unsent.length, patience);
  for (const first of told) await expect(listed.filter({ hasText: first })).not.toHaveCount(0, patience);

  await page.goto('/en/info/privacy/');
  for (const [key, kept] of Object.entries({ applied: sent, outbox: left })) {
    const count = page.locator(`[data-kept="${key}"]`);
    await expect(count).toHaveText(kept.length > 0 ? /\d/ : t('kept.nothing'), patience);
  }

  const response = await page.goto(`${sent[0]?.path ?? opportunityWithForm().path}#apply`);
  if (response?.ok() === true && (await page.locator('#apply form').isVisible())) {
    const form = await formOf(page);
    for (const number of numbers.slice(0, 1)) await expect(form).toContainText(number, patience);
    for (const [index, { kind }] of unsent.entries())
      if (kind !== 'withdrawal') await expect(form).toContainText(told[index] ?? /$/, patience);
    await expect(page.locator('.reach a[href$="#applied"]')).toHaveCount(isUnderWay ? 1 : 0, patience);
  }
  for (const shown of context.pages())
    if (shown.url().endsWith(thanksPath) && (await shown.locator('h1').innerText()) === t('thanks.title'))
      expect(arrived).not.toEqual([]);
}

/** Looks at every place, once more where something has changed between two of them. */
export async function expectPlacesToAgree(context: BrowserContext, arrivedSoFar: Arrived): Promise<void> {
  await context.setOffline(false);
  const page = await context.newPage();
  try {
    await expect(() => comparePlaces(page, context, arrivedSoFar)).toPass({ timeout: 60_000 });
  } finally {
    await page.close();
  }
}
