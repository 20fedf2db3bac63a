/** The visitor's own log of applications: what lists and pages say of it, and what goes out of it. */
import { expect, test, type Page } from '@playwright/test';
import type { Locale } from '../../src/i18n/locales';
import { pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import type { SiteOpportunity } from '../../src/site/site';
import { inboxUrl, siteNow } from '../../scripts/test/ports';
import { formatSubmissionNumber } from '../../src/device/storage/application/submission-id';
import { axeFaults } from './axe';
import { submissions } from './inbox';
import { emptyOutbox, outboxOf, putIntoLog, untilOutboxTells } from './outbox';
import { openWith } from './sample';

const savedPath = (locale: Locale) => pathOf(locale, { to: 'section', section: 'saved' });

/** Puts an application into the log. */
const apply = (page: Page, view: SiteOpportunity, more: { readonly appliedAt?: string } = {}) =>
  putIntoLog(page, {
    id: '9b2e3a44-1111-4222-8333-444455556666',
    opportunity: view.id,
    title: view.texts.title.value,
    organization: view.organization.texts.name.value,
    lang: view.lang,
    path: view.path,
    appliedAt: '2026-11-01T12:00:00.000Z',
    ...more,
  });

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(siteNow);
});

test('lists and pages say when an application was sent, until the log is deleted', async ({ page }) => {
  const [view] = openWith('fr', { task: 'translation' });
  if (!view) throw new Error('The sample has nothing to translate.');
  const note = translator('fr')('applied.note', { day: '1er nov. 2026' });
  await apply(page, view);
  const row = (path: string) => page.locator('.row').filter({ has: page.locator(`a[href="${path}"]`) });

  await page.goto(pathOf('fr', { to: 'browse-value', facet: 'task', value: 'translation' }));
  await expect(row(view.path)).toContainText(note);
  await expect(page.getByText(note)).toHaveCount(1);

  await page.goto(`${pathOf('fr', { to: 'section', section: 'search' })}?task=translation`);
  await expect(row(view.path)).toContainText(note);
  await expect(page.getByText(note)).toHaveCount(1);

  await page.goto(view.path);
  await expect(page.locator('.reach').getByRole('link', { name: note })).toHaveAttribute(
    'href',
    new RegExp(`${savedPath('fr')}#applied$`),
  );
  await emptyOutbox(page);
  await page.goto(view.path);
  await expect(page.getByText(note)).toHaveCount(0);
});

/** What the inbox took under a number. */
const taken = async (number: string) =>
  (await submissions()).map(({ fields }) => fields).filter((fields) => fields['submission_id'] === number);

/** How often a visitor has said whether an answer came. */
const replies = async () =>
  (await submissions()).filter(({ fields }) => fields['purpose'] === 'reply').length;

/** The number under which the log says that something was told. */
const toldNumber = async (page: Page) =>
  (await outboxOf(page)).find(({ told }) => told !== undefined)?.told?.id ?? '';

test('asks whether an answer came, and tells the editors by one press, and again when that changes', async ({
  page,
}) => {
  const t = translator('es');
  const [view] = openWith('es', { task: 'translation' });
  if (!view) throw new Error('The sample has nothing to translate.');
  const before = await replies();
  await apply(page, view, { appliedAt: '2026-09-01T12:00:00.000Z' });
  await page.goto(savedPath('es'));
  const row = page.locator('#applied ~ ul .row');
  await expect(row.getByRole('group', { name: t('applied.ask') })).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  expect(await replies()).toBe(before);

  await row.getByRole('button', { name: t('applied.no') }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('received.title'));
  await untilOutboxTells(page, view.texts.title.value);
  const number = await toldNumber(page);
  const [no] = await taken(number);
  expect(no).toMatchObject({
    purpose: 'reply',
    answered: 'no',
    opportunity: view.id,
    applied_on: '2026-09-01',
  });

  await page.getByRole('link', { name: t('received.on.applied') }).click();
  await expect(row).toContainText(t('applied.told.no', { day: '25 nov. 2026' }));
  await expect(row.getByRole('group')).toHaveCount(0);
  await row.getByRole('button', { name: t('applied.answered') }).click();
  await page.route(`${inboxUrl}/**`, (route) => route.abort());
  await row.getByRole('button', { name: t('applied.tell') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('received.title'));
  await page.goto(savedPath('es'));
  await expect(page.locator('[data-pending] li')).toContainText(view.texts.title.value);
  // This page could send it too, and show the news instead of the next one.
  await page.goto('about:blank');
  await page.unroute(`${inboxUrl}/**`);
  await page.goto(pathOf('es', { to: 'home' }));
  await untilOutboxTells(page, formatSubmissionNumber(number));
  // One that was cut off may have arrived, and does so again under the same number.
  expect(new Set((await taken(number)).map((fields) => fields['answered']))).toEqual(new Set(['no', 'yes']));
});
