/** What was sent can be read as it was sent, corrected under its number, and withdrawn. */
import { expect, test, type Page } from '@playwright/test';
import type { Locale } from '../../src/i18n/locales';
import { pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { fillIn } from './application';
import { axeFaults } from './axe';
import { submissionsOf } from './inbox';
import { layoutFaults } from './layout-faults';
import { beginning, openForm, send, sendButton } from './open-form';
import { opportunityWithForm } from './sample';

/** What arrived under a name, the first one first. */
const arrived = async (name: string) => (await submissionsOf(name)).map(({ fields }) => fields).toReversed();

/** Sends an application and waits for the page of thanks. */
async function apply(page: Page, locale: Locale, name: string): Promise<void> {
  await page.clock.install();
  const form = await openForm(page, opportunityWithForm(locale).path);
  await fillIn(form, name);
  await send(page, form);
  await page.waitForURL(`**${pathOf(locale, { to: 'section', section: 'thanks' })}`);
}

test('corrected in the form, then withdrawn on the page of what is saved', async ({ page }) => {
  const t = translator('fr');
  await page.setViewportSize({ width: 360, height: 740 });
  const name = `Corrected fr ${Date.now()}`;
  await apply(page, 'fr', name);

  const form = await openForm(page, opportunityWithForm('fr').path);
  const note = form.locator('.apply-notes');
  await note.getByText(t('told.text')).click();
  await expect(note.locator('.apply-copy')).toContainText(name);
  expect(await axeFaults(page, { within: '.apply-notes' })).toEqual([]);
  expect(await layoutFaults(page)).toEqual([]);
  await note.getByRole('button', { name: t('told.correct') }).press('Enter');
  await expect(form.locator('[name=name]')).toHaveValue(name);
  await form.locator('[name=availability]').fill('6 h, le matin');
  await form.locator('[name=consent]').check();
  await send(page, form);
  await page.waitForURL(`**${pathOf('fr', { to: 'section', section: 'thanks' })}`);
  const [first, second] = await arrived(name);
  expect(second).toMatchObject({
    availability: '6 h, le matin',
    submission_id: first?.['submission_id'],
    follow_up_to: first?.['submission_id'],
  });

  await page.goto(pathOf('fr', { to: 'section', section: 'saved' }));
  const row = page.locator('#applied ~ ul .row');
  await row.getByText(t('applied.text'), { exact: true }).click();
  await expect(row.locator('.saved-copy')).toContainText('6 h, le matin');
  await row.getByText(t('applied.withdraw')).click();
  expect(await axeFaults(page)).toEqual([]);
  expect(await layoutFaults(page)).toEqual([]);
  await row.getByRole('button', { name: t('applied.withdraw.send') }).press('Enter');
  await expect(row).toContainText(t('applied.withdrawnOn', { day: '§' }).split('§')[0] ?? '');
  const [, , withdrawal] = await arrived(name);
  expect(withdrawal).toMatchObject({
    purpose: 'withdrawal',
    submission_id: first?.['submission_id'],
    number: first?.['number'],
  });
  await expect(page.locator('[data-outbox]')).toContainText(first?.['number'] ?? 'a number');
});

test('the receipt is shown on the form where the connection is lost after the answer', async ({ page }) => {
  const t = translator('en');
  const thanks = pathOf('en', { to: 'section', section: 'thanks' });
  await page.route(`**${thanks}`, (route) => route.abort('internetdisconnected'));
  await page.clock.install();
  const name = `Receipt ${Date.now()}`;
  const form = await openForm(page, opportunityWithForm('en').path);
  await fillIn(form, name);
  await send(page, form);
  const status = form.locator('.apply-status');
  await expect(status).toContainText(beginning(t('told.sent', { time: '§', id: '' })));
  const [sent] = await submissionsOf(name);
  await expect(status).toContainText(sent?.fields['number'] ?? 'a number');
  await expect(sendButton(form)).not.toHaveAttribute('aria-disabled', 'true');
});
