/** A mistyped e-mail address: asked about after it is written, corrected by keyboard, never in the way of Send. */
import { expect, test, type Page } from '@playwright/test';
import type { Locale } from '../../src/i18n/locales';
import { translator } from '../../src/i18n/translate';
import { axeFaults } from './axe';
import { openForm as openFormAt } from './open-form';
import { opportunityWithForm } from './sample';

async function openForm(page: Page, locale: Locale) {
  const form = await openFormAt(page, opportunityWithForm(locale).path);
  return { form, email: form.locator('[name=email]'), status: form.locator('[type=email] + [role=status]') };
}

test('by keyboard: is asked on leaving the field, put in, and saved with the draft', async ({ page }) => {
  const t = translator('fr');
  await page.setViewportSize({ width: 360, height: 740 });
  const { form, email, status } = await openForm(page, 'fr');
  await expect(status).toHaveRole('status');
  await email.focus();
  await page.keyboard.type('Awa.Diop@gmial.com');
  await expect(status).toBeEmpty();

  await page.keyboard.press('Tab');
  const question = 'Vouliez-vous dire Awa.Diop@gmail.com\u202F?';
  await expect(status).toHaveText(`${question} Utiliser cette adresse`);
  await expect(email).not.toHaveAttribute('aria-invalid', 'true');
  await expect(form.locator('[name=country]')).toBeFocused();
  expect(await axeFaults(page, { within: '.apply-field:has([type=email])' })).toEqual([]);

  await page.keyboard.press('Shift+Tab');
  await expect(status.getByRole('button', { name: t('form.email.use') })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(email).toBeFocused();
  await expect(email).toHaveValue('Awa.Diop@gmail.com');
  await expect(status).toBeEmpty();
  await expect(form.locator('.apply-draft')).toContainText(t('form.draft.kept', { time: '' }).slice(0, 12));
  await page.reload();
  await form.scrollIntoViewIfNeeded();
  await expect(email).toHaveValue('Awa.Diop@gmail.com');
});

test('never takes a press on Send away', async ({ page }) => {
  // Send is in view below the field: what comes between them would move it.
  await page.setViewportSize({ width: 360, height: 4000 });
  const { form, email, status } = await openForm(page, 'en');
  await email.fill('awa@gmail.co');
  await email.blur();
  await expect(status).toContainText('Did you mean awa@gmail.com?');

  // Its code is there by now.
  await email.fill('awa@gmial.com');
  await expect(status).toBeEmpty();
  // The first save of the draft moves Send, too, and may come while it is pressed.
  await expect(form.locator('.apply-draft')).toContainText('Draft saved on this device');
  await form.locator('button[type=submit]').hover();
  await page.mouse.down();
  await expect(email).not.toBeFocused();
  await expect(status).toBeEmpty();
  await page.mouse.up();
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(status).toContainText('Did you mean awa@gmail.com?');
  await expect(email).toHaveAttribute('aria-invalid', 'false');
});
