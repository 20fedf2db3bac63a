/** What is sent isn't what stands in the form any more: a tab never says that the text on the screen was sent. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { fillIn } from './application';
import { submissionsOf } from './inbox';
import { openForm, send, sendInVain, serviceIs, t } from './open-form';

const other = 'A second text, written later, about three handbooks and a school that needs them.';
const sentOther = t('told.changed');

test.beforeEach(({ context }) => context.clock.install());

/** The form says that something was sent, and that it is not what stands there. */
async function expectSentOther(page: Page, form: Locator): Promise<void> {
  const status = form.locator('.apply-status');
  await expect(status).toContainText(sentOther);
  await expect(page).not.toHaveURL(/thank/);
}

test('text that was edited during a retry', async ({ page, context }) => {
  const name = `Edited ${Date.now()}`;
  const form = await sendInVain(page, context, name);
  const motivation = form.locator('[name=motivation]');
  const first = await motivation.inputValue();
  await serviceIs(context, 'slow-2000');
  const asked = page.waitForRequest(/\/f\//);
  await page.clock.fastForward(16_000);
  await asked;
  await motivation.fill(other);
  await expectSentOther(page, form);
  await expect(motivation).toHaveValue(other);
  const sent = await submissionsOf(name);
  expect(sent.map(({ fields }) => fields['motivation'])).toEqual([first]);

  // What stands there now is sent as an application of its own.
  await serviceIs(context, 'up');
  await form.locator('[name=consent]').check();
  await send(page, form);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('thanks.title'));
  const [follow, ...more] = (await submissionsOf(name)).filter(
    ({ fields }) => fields['motivation'] === other,
  );
  expect(more).toEqual([]);
  expect(follow?.fields['follow_up_to']).toBe(sent[0]?.fields['submission_id']);
});

test('another text, sent from a second tab', async ({ page, context }) => {
  const name = `Two texts ${Date.now()}`;
  const form = await sendInVain(page, context, name);
  const motivation = form.locator('[name=motivation]');
  const first = await motivation.inputValue();

  const second = await context.newPage();
  const secondForm = await openForm(second);
  await expect(secondForm.locator('.apply-note')).toBeVisible();
  await fillIn(secondForm, name);
  await secondForm.locator('[name=motivation]').fill(other);
  await serviceIs(context, 'up');
  await send(second, secondForm);
  await expect(second.getByRole('alert')).toContainText(t('form.pending.title'));
  await send(second, secondForm);
  await expect(second.getByRole('heading', { level: 1 })).toHaveText(t('thanks.title'));

  await expectSentOther(page, form);
  await expect(motivation).toHaveValue(first);
  const sent = await submissionsOf(name);
  expect(sent.map(({ fields }) => fields['motivation'])).toEqual([other]);
});
