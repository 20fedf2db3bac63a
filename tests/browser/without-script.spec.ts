import { expect, test } from '@playwright/test';
import { pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { fillIn } from './application';
import { submissionsOf } from './inbox';

test.use({ javaScriptEnabled: false });

test('without JavaScript one finds, reads and applies', { tag: '@core' }, async ({ page }) => {
  const t = translator('fr');
  const name = `Aminata fr ${Date.now()}`;
  await page.goto(pathOf('fr', { to: 'home' }));
  await page.getByRole('link', { name: t('footer.browse') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('browse.title'));
  await page
    .locator(`main a[href="${pathOf('fr', { to: 'browse-value', facet: 'task', value: 'translation' })}"]`)
    .click();
  await page
    .locator(`main a[href="${pathOf('fr', { to: 'browse-task-lang', task: 'translation', lang: 'fr' })}"]`)
    .click();
  await page.locator('.row h3 a').first().click();

  const title = (await page.getByRole('heading', { level: 1 }).innerText()).trim();
  await page.getByRole('link', { name: t('opportunity.apply'), exact: true }).click();
  await fillIn(page.locator('#apply form'), name);
  await page.locator('#apply form button[type=submit]').click();

  await expect(page).toHaveURL(new RegExp(pathOf('fr', { to: 'section', section: 'thanks' })));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('thanks.title'));
  const [submission, ...more] = await submissionsOf(name);
  expect(more).toEqual([]);
  expect(submission?.fields).toMatchObject({
    email: 'aminata@example.org',
    country: 'Sénégal',
    _language: 'fr',
  });
  expect(submission?.fields['_subject']).toContain(title);
});

test('without JavaScript the search leads to the lists', { tag: '@core' }, async ({ page }) => {
  await page.goto('/fr/recherche/');
  await expect(page.locator('main a[href="/fr/browse/task/translation/"]')).toBeVisible();
});
