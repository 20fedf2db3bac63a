/** What pages tell of an application and its draft is true, and nothing that was written is lost without a word. */
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { pathOf } from '../../src/i18n/routes';
import { fillIn } from './application';
import { submissionsOf } from './inbox';
import { beginning, comeBack, openForm, send, sendInVain, serviceIs, t, untilTriedAgain } from './open-form';
import { openWith, opportunityWithForm } from './sample';

const own = opportunityWithForm().path;
const kept = beginning(t('form.draft.kept', { time: '§' }));
const nameOf = (what: string) => `${what} ${crypto.randomUUID()}`;

test('an application that is sent after the closing date isn’t also said to be too late', async ({
  page,
  context,
}) => {
  const closing = openWith('en', {}).find(
    ({ closesAt, shared }) => shared.applyBy === 'form' && closesAt !== undefined,
  );
  const name = nameOf('Closing');
  await page.clock.install();
  const form = await openForm(page, closing?.path);
  await fillIn(form, name);
  await context.setOffline(true);
  await send(page, form);
  await expect(form.locator('.apply-notice')).toContainText(beginning(t('told.waiting', { time: '§' })));
  await page.clock.fastForward((closing?.closesAt ?? 0) - Date.now() + 60_000);
  await context.setOffline(false);
  await expect.poll(() => submissionsOf(name)).toHaveLength(1);
  await expect(form).not.toContainText(t('form.closed'));
});

/** Takes the page of the opportunity away from the site. */
async function removePage(page: Page, context: BrowserContext): Promise<void> {
  const body = await page.request.get('/404.html').then((response) => response.text());
  await context.route(`**${own}`, (route) => route.fulfill({ status: 404, contentType: 'text/html', body }));
}

test('an application to a page that is gone isn’t said to be refused by the form, and can be sent by e-mail', async ({
  page,
  context,
}) => {
  await page.clock.install();
  await sendInVain(page, context, nameOf('Gone'));
  await removePage(page, context);
  await serviceIs(context, 'up');
  await comeBack(page, pathOf('en', { to: 'home' }));
  const news = page.locator('[data-outbox]');
  await expect(news).toBeVisible();
  await expect(news).not.toContainText(t('told.other'));
  await expect(news.locator('a[href^="mailto:"]')).toBeVisible();
});

test('the thank-you page doesn’t thank for an application that was never sent', async ({ page }) => {
  await page.goto(pathOf('en', { to: 'section', section: 'thanks' }));
  await expect(page.locator('h1')).not.toHaveText(t('thanks.title'));
});

test('the draft of an opportunity that is gone can be read', async ({ page, context }) => {
  const form = await openForm(page);
  await fillIn(form, nameOf('Draft'));
  await expect(form).toContainText(kept);
  const draft = await form.locator('[name=motivation]').inputValue();
  await removePage(page, context);
  await page.goto(pathOf('en', { to: 'section', section: 'saved' }));
  await page.locator('[data-pending] summary').click();
  await expect(page.locator('[data-pending]')).toContainText(draft);
});

test('a change while an earlier text is sent isn’t told to be sent, and is sent as a text of its own', async ({
  page,
  context,
}) => {
  const other = 'A second text, written later, about three handbooks and a school that needs them.';
  const name = nameOf('Edited');
  await page.clock.install();
  const form = await sendInVain(page, context, name);
  const motivation = form.locator('[name=motivation]');
  const first = await motivation.inputValue();
  await serviceIs(context, 'slow-2000');
  await untilTriedAgain(page);
  await motivation.fill(other);
  await expect(form.locator('.apply-status')).toContainText(t('told.changed'));
  await expect(page).not.toHaveURL(/thank/);
  await expect(motivation).toHaveValue(other);
  const sent = await submissionsOf(name);
  expect(sent.map(({ fields }) => fields['motivation'])).toEqual([first]);

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
