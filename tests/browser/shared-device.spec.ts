/** A device turns out to be shared after Send was pressed. */
import { expect, test, type Page } from '@playwright/test';
import { pathOf } from '../../src/i18n/routes';
import { fillIn } from './application';
import { submissionsOf } from './inbox';
import { comeBack, formOf, openForm, send, sendInVain, serviceIs, t } from './open-form';

test.beforeEach(({ context }) => context.clock.install());

const sharedBox = (page: Page) => page.getByLabel(t('form.shared'));

/** The form has nothing of what was written before, and other pages say of nothing that it was sent or waits. */
async function expectNothingLeft(page: Page): Promise<void> {
  const form = await formOf(page);
  // The box shows once something is written, and then what was kept has been looked for.
  await form.locator('[name=availability]').fill('2');
  await expect(sharedBox(page)).toBeChecked();
  await expect(form.locator('[name=name]')).toHaveValue('');
  await expect(form.locator('[name=motivation]')).toHaveValue('');
  await expect(form.locator('.apply-note')).toHaveCount(0);
  await page.goto(pathOf('en', { to: 'section', section: 'saved' }));
  await expect(page.getByText(t('applied.empty'))).toBeVisible();
  await expect(page.getByRole('heading', { name: t('outbox.title') })).toBeHidden();
}

test('ticked after Send failed: sent under the same number, and nothing stays on the device', async ({
  page,
  context,
}) => {
  const name = `Shared later ${Date.now()}`;
  const form = await openForm(page);
  await fillIn(form, name);
  // It arrives, but the page doesn't get to know.
  await serviceIs(context, 'lost-answer');
  await send(page, form);
  await expect(page.getByRole('alert')).toContainText(t('told.network'));
  await sharedBox(page).check();
  await expect(form.getByText(t('form.shared.on'))).toBeVisible();
  await serviceIs(context, 'up');
  await page.getByRole('button', { name: t('told.now') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('thanks.title'));
  const sent = await submissionsOf(name);
  expect(sent).toHaveLength(2);
  expect(new Set(sent.map(({ fields }) => fields['submission_id'])).size).toBe(1);
  await openForm(page);
  await expectNothingLeft(page);
});

test('ticked after Send failed: the text is gone after a reload', async ({ page, context }) => {
  const name = `Shared and gone ${Date.now()}`;
  const form = await sendInVain(page, context, name);
  await sharedBox(page).check();
  await expect(form.getByText(t('form.shared.on'))).toBeVisible();
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  await serviceIs(context, 'up');
  expect(asked).toEqual(['beforeunload']);
  await expectNothingLeft(page);
  await comeBack(page, pathOf('en', { to: 'home' }));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await submissionsOf(name)).toEqual([]);
});

test('said in one tab, it holds in the tab that was open before', async ({ page, context }) => {
  const other = await context.newPage();
  const otherForm = await openForm(other);
  const form = await openForm(page);
  await form.locator('[name=name]').fill('Aminata');
  await form.locator('#apply-shared').check();
  await otherForm.locator('[name=name]').fill('Written in the other tab');
  await expect(otherForm.locator('#apply-shared')).toBeChecked();
  // Longer than a pause in typing after which a draft is saved.
  await other.waitForTimeout(700);
  await openForm(other);
  await expect(otherForm.locator('[name=name]')).toHaveValue('');
});
