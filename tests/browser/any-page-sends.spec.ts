/** Pages without a form send what an earlier visit left. */
import { expect, test, type Page } from '@playwright/test';
import { pathOf } from '../../src/i18n/routes';
import { numberOf, submissionsOf } from './inbox';
import { comeBack, sendInVain, serviceIs, t } from './open-form';
import { openWith, opportunityWithForm } from './sample';

test.beforeEach(({ context }) => context.clock.install());

async function expectTold(page: Page, name: string): Promise<void> {
  await expect.poll(() => submissionsOf(name)).toHaveLength(1);
  const [sent] = await submissionsOf(name);
  const title = opportunityWithForm().texts.title.value;
  const news = page.locator('[data-outbox]');
  await expect(news).toContainText(title);
  await expect(news).toContainText(t('told.sent', { time: '§', id: numberOf(sent) }).split('§')[1] ?? '');
}

const another = openWith('en', {}).find(({ id }) => id !== opportunityWithForm().id);

for (const [what, path] of [
  ['the first page', pathOf('en', { to: 'home' })],
  ['another opportunity', another?.path ?? ''],
  ['the page for when there is no connection', pathOf('en', { to: 'offline' })],
] as const)
  test(`${what} sends what waits, and says so`, async ({ page, context }) => {
    const name = `Sent from ${what} ${Date.now()}`;
    await sendInVain(page, context, name);
    await serviceIs(context, 'up');
    await comeBack(page, path);
    await expectTold(page, name);
  });

test('a retry that is due while a page is open is made then', async ({ page, context }) => {
  const name = `Due later ${Date.now()}`;
  await sendInVain(page, context, name);
  await serviceIs(context, 'up');
  await page.goto(pathOf('en', { to: 'home' }));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await submissionsOf(name)).toEqual([]);
  await expect(async () => {
    await page.clock.fastForward(5000);
    expect(await submissionsOf(name)).toHaveLength(1);
  }).toPass();
  await expectTold(page, name);
});
