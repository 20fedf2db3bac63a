import { expect, test } from '@playwright/test';
import { label, languageName } from '../../src/i18n/names';
import { pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { languagesOf } from '../extent';
import { openWith } from './sample';

for (const locale of languagesOf('fr')) {
  test(`the sentence counts what it will show, and shows it (${locale})`, async ({ page }) => {
    const t = translator(locale);
    await page.goto(pathOf(locale, { to: 'home' }));
    const finder = page.getByRole('search', { name: t('finder.label') });
    const button = finder.getByRole('button');
    await expect(button).toHaveText(t.count('finder.show', openWith(locale, { lang: locale }).length));

    const wanted = { task: 'translation', lang: 'fr', hours: '2-5' };
    const expected = openWith(locale, wanted).length;
    expect(expected).toBeGreaterThan(0);
    await finder.getByLabel(t('finder.task'), { exact: true }).selectOption(wanted.task);
    await finder.getByLabel(t('finder.lang'), { exact: true }).selectOption(wanted.lang);
    await finder.getByLabel(t('finder.hours'), { exact: true }).selectOption(wanted.hours);
    await expect(finder.locator('.finder-text')).toHaveText([
      label(t, 'task', 'translation.do'),
      languageName(t, 'fr'),
      label(t, 'finder.hours', '2-5'),
    ]);
    await expect(button).toHaveText(t.count('finder.show', expected));

    await button.click();
    await expect(page).toHaveURL(
      `${pathOf(locale, { to: 'section', section: 'search' })}?task=translation&lang=fr&hours=2-5`,
    );
    await expect(page.getByText(t.count('search.count', expected), { exact: true })).toBeVisible();

    await page.goBack();
    await expect(finder.getByLabel(t('finder.lang'), { exact: true })).toHaveValue('fr');
    await expect(button).toHaveText(t.count('finder.show', expected));
  });
}

test('a sentence that nothing fits says so and leads to what comes close', async ({ page }) => {
  const t = translator('en');
  await page.goto('/en/');
  const finder = page.getByRole('search', { name: t('finder.label') });
  await finder.getByLabel(t('finder.task'), { exact: true }).selectOption('project');
  await finder.getByLabel(t('finder.lang'), { exact: true }).selectOption('ay');
  await expect(finder.getByRole('status')).toHaveText(t('finder.none'));
  await finder.getByRole('button', { name: t('finder.none.show') }).click();
  await expect(page).toHaveURL('/en/search/?task=project&lang=ay');
  await expect(page.getByText(t('search.none'), { exact: true })).toBeVisible();
});

test('any task in any language for any time is the bare search', async ({ page }) => {
  const t = translator('es');
  await page.goto('/es/');
  const finder = page.getByRole('search', { name: t('finder.label') });
  await finder.getByLabel(t('finder.lang'), { exact: true }).selectOption('');
  await finder.getByRole('button').click();
  await expect(page).toHaveURL(/\/es\/buscar\/\??$/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the sentence gives way to links', async ({ page }) => {
    const t = translator('fr');
    await page.goto('/fr/');
    await expect(page.getByRole('search', { name: t('finder.label') })).toBeHidden();
    await page.getByRole('link', { name: 'traduire', exact: true }).click();
    await expect(page).toHaveURL('/fr/browse/task/translation/');
  });
});
