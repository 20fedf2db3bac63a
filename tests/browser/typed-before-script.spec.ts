/** A visitor types before the form's script is there, and a draft of an earlier visit is on the device. */
import { expect, test, type Page } from '@playwright/test';
import { beginning, formOf, openForm, t } from './open-form';
import { opportunityWithForm } from './sample';

const earlier = 'What I wrote yesterday about two handbooks.';
const typed = 'What I type today.';

const saved = beginning(t('form.draft.kept', { time: '§' }));

/** Leaves a draft, comes back, and types something else before the page’s scripts arrive. */
async function typeBeforeScript(page: Page) {
  const form = await openForm(page);
  const motivation = form.locator('[name=motivation]');
  await motivation.fill(earlier);
  await expect(form.locator('.apply-draft')).toContainText(saved);
  const late = Promise.withResolvers<undefined>();
  await page.goto('about:blank');
  await page.route(/\.js$/, async (route) => {
    await late.promise;
    await route.continue();
  });
  await page.goto(`${opportunityWithForm().path}#apply`, { waitUntil: 'commit' });
  await motivation.fill(typed);
  late.resolve(undefined);
  await formOf(page);
  const offer = form.getByRole('button', { name: t('form.draft.useOther') });
  await expect(offer).toBeVisible();
  await expect(motivation).toHaveValue(typed);
  return { form, motivation, offer };
}

for (const more of ['', ' And more, once the script was there.'])
  test(`${more ? 'typing on' : 'typing'} replaces no draft: both can be had`, async ({ page }) => {
    const { form, motivation, offer } = await typeBeforeScript(page);
    if (more) {
      await motivation.fill(typed + more);
      await expect(form.locator('.apply-draft')).toContainText(saved);
    }
    await offer.click();
    await expect(motivation).toHaveValue(earlier);
    await form.getByRole('button', { name: t('form.draft.undo') }).click();
    await expect(motivation).toHaveValue(typed + more);
  });
