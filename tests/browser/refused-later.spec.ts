/** The form service refuses for good what it is sent again automatically. */
import { expect, test } from '@playwright/test';
import { pathOf } from '../../src/i18n/routes';
import { submissionsOf } from './inbox';
import { comeBack, sendInVain, serviceIs, t, untilTriedAgain } from './open-form';

const refused = t('told.doubtful');

test.beforeEach(({ context }) => context.clock.install());

test('is told on another page, and on the form', async ({ page, context }) => {
  const name = `Refused later ${Date.now()}`;
  await sendInVain(page, context, name);
  await serviceIs(context, 'blocked');
  await comeBack(page, pathOf('en', { to: 'home' }));
  const said = page.locator('[data-outbox]');
  await expect(said).toContainText(t('told.doubtful'));
  await said.getByRole('link', { name: t('told.open') }).click();
  const note = page.locator('#apply .apply-note').filter({ hasText: refused });
  await expect(note).toBeVisible();
  await expect(note.getByRole('button', { name: t('told.now') })).toBeVisible();
  expect(await submissionsOf(name)).toEqual([]);
});

test('is told on the form itself where that is open', async ({ page, context }) => {
  const name = `Refused while open ${Date.now()}`;
  const form = await sendInVain(page, context, name);
  await serviceIs(context, 'blocked');
  await untilTriedAgain(page);
  await expect(form.getByText(refused)).toBeVisible();
  await expect(form.getByText(t('told.automatic'))).toHaveCount(0);
});
