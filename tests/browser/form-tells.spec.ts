/** How a form tells what becomes of it to people who use a keyboard or a screen reader. */
import { expect, test } from '@playwright/test';
import { fillIn } from './application';
import { submissionsOf } from './inbox';
import { beginning, openForm, send, serviceIs, t } from './open-form';

test('after “Send it now” a status is announced, and the focus stays in the notes of the form', async ({
  page,
  context,
}) => {
  const name = `Send it now ${Date.now()}`;
  await context.clock.install();
  const form = await openForm(page);
  await fillIn(form, name);
  await serviceIs(context, 'down');
  await send(page, form);
  await expect(page.getByRole('alert')).toContainText(t('told.network'));
  await openForm(page);
  await serviceIs(context, 'slow-1000');
  await form.getByRole('button', { name: t('told.now') }).press('Enter');
  const status = form.getByRole('status');
  await expect(status.filter({ hasText: t('form.sending') })).toBeVisible();
  await expect.poll(() => submissionsOf(name)).toHaveLength(1);
  const sent = beginning(t('told.sent', { time: '§', id: '§' }));
  await expect(status.filter({ hasText: sent })).toBeVisible();
  await expect(form.locator('.apply-notes:focus, .apply-notes :focus')).toHaveCount(1);
});

// Chromium exposes lists and boxes that are required and untouched as invalid, unless the page says otherwise.
test('required fields that were not touched are not exposed as invalid', async ({ page }) => {
  const form = await openForm(page);
  await expect(form.locator('[name=name]')).toBeVisible();
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const invalid = nodes.filter(({ properties = [] }) =>
    properties.some(({ name, value }) => name === 'invalid' && value.value !== 'false'),
  );
  expect(invalid.map(({ name }) => name?.value as unknown)).toEqual([]);
});
