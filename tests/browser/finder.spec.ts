import { expect, test } from '@playwright/test';
import { label, languageName } from '../../src/i18n/names';
import type { Locale } from '../../src/i18n/locales';
import { pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { unmetConditions } from '../../src/model/language-needs';
import { taskTypes } from '../../src/model/vocabularies/task-types';
import type { SiteOpportunity } from '../../src/site/site';
import { axeFaults } from './axe';
import { openWith } from './sample';

/** The opportunities whose hours fit that a visitor can do who knows one language well, the newest first. */
const doable = (locale: Locale, task: string, tag: string, limit: number): SiteOpportunity[] =>
  openWith(locale, { task, lang: tag }).filter(
    ({ shared: { languages, hours } }) =>
      hours.min <= limit && unmetConditions(languages, new Map([[tag, 'good' as const]])).length === 0,
  );

/** A task of which the language is enough for some opportunities, and not for others. */
function divided(locale: Locale, tag: string, limit: number) {
  const found = taskTypes
    .map((task) => {
      const expected = doable(locale, task, tag, limit);
      const all = openWith(locale, { task, lang: tag }).filter(({ shared }) => shared.hours.min <= limit);
      return { task, expected, others: all.length - expected.length };
    })
    .find(({ expected, others }) => expected.length > 0 && others > 0);
  if (!found) throw new Error(`The sample has no task that is divided by ${tag}.`);
  return found;
}

test('the sentence counts what it will show, and shows it', async ({ page }) => {
  const t = translator('fr');
  await page.goto(pathOf('fr', { to: 'home' }));
  const finder = page.getByRole('search', { name: t('finder.label') });
  const button = finder.getByRole('button', { name: /\d/ });
  const matches = page.getByRole('list', { name: t('finder.matches') }).getByRole('link');
  await expect(button).toHaveText(t.count('finder.show', openWith('fr', { lang: 'fr' }).length));
  await expect(matches).toHaveCount(3);
  const text = await button.evaluateHandle(({ firstChild }) => firstChild);

  const { task, expected, others } = divided('fr', 'en', 5);
  await finder.getByLabel(t('finder.task'), { exact: true }).selectOption(task);
  await finder.getByLabel(t('finder.lang'), { exact: true }).selectOption('en');
  await finder.getByLabel(t('finder.hours'), { exact: true }).selectOption('5');
  await expect(finder.locator('.finder-text')).toHaveText([
    label(t, 'task', `${task}.do`),
    t('finder.lang.in', { language: languageName(t, 'en') }),
    t.count('hours.upTo', 5),
  ]);
  await expect(button).toHaveText(t.count('finder.show', expected.length + others));
  await expect(matches.first()).toHaveText(expected[0]?.texts.title.value ?? '');
  // WebKit drops a click on a text that is replaced before the mouse button is up.
  expect(await text.evaluate((node) => node?.isConnected)).toBe(true);

  await button.click();
  await expect(page).toHaveURL(
    `${pathOf('fr', { to: 'section', section: 'search' })}?task=${task}&lang=en&hours=5`,
  );
  await expect(
    page.getByText(
      `${t.count('search.count', expected.length + others)} · ${t.count('search.languages.others', others)}`,
      { exact: true },
    ),
  ).toBeVisible();
  const enough = t('search.languages.enough', { language: languageName(t, 'en') });
  await expect(page.getByRole('list', { name: enough }).getByRole('heading')).toHaveText(
    expected.map(({ texts }) => texts.title.value),
  );
  await expect(
    page.getByRole('list', { name: t('search.languages.more') }).locator('.search-needs'),
  ).toHaveCount(others);

  await page.goBack();
  await expect(finder.getByLabel(t('finder.lang'), { exact: true })).toHaveValue('en');
  await expect(button).toHaveText(t.count('finder.show', expected.length + others));
});

test('a sentence that nothing fits says so, and shows what comes closest and what that needs', async ({
  page,
}) => {
  const t = translator('en');
  await page.goto('/en/');
  const finder = page.getByRole('search', { name: t('finder.label') });
  await finder.getByLabel(t('finder.task'), { exact: true }).selectOption('project');
  await finder.getByLabel(t('finder.lang'), { exact: true }).selectOption('ay');
  await expect(finder.getByRole('status')).toHaveText(t('finder.none'));
  expect(await axeFaults(page)).toEqual([]);
  const found = openWith('en', { task: 'project' });
  await expect(page.locator('.finder-matches .search-needs')).toHaveCount(Math.min(3, found.length));
  await finder.getByRole('button', { name: t.count('finder.show', found.length) }).click();
  await expect(page).toHaveURL('/en/search/?task=project');
  await expect(page.getByText(t.count('search.count', found.length), { exact: true })).toBeVisible();
});

test('the sentence begins with the answers of the fit check, and other languages of the visitor count', async ({
  page,
}) => {
  const t = translator('en');
  const answers = [
    { id: 'language.fr', value: 'good' },
    { id: 'language.en', value: 'native' },
    { id: 'hours', value: '2' },
  ].map((answer) => ({ ...answer, at: new Date().toISOString() }));
  await page.addInitScript((items) => {
    localStorage.setItem('ov:fit:1', JSON.stringify(items));
  }, answers);
  await page.goto('/en/');
  const finder = page.getByRole('search', { name: t('finder.label') });
  await expect(finder.getByLabel(t('finder.hours'), { exact: true })).toHaveValue('2');
  await finder.getByLabel(t('finder.lang'), { exact: true }).selectOption('fr');
  await finder.getByRole('button', { name: /\d/ }).click();
  await expect(page.getByRole('list', { name: t('search.languages.yours') })).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the sentence gives way to links', async ({ page }) => {
    const t = translator('fr');
    await page.goto('/fr/');
    await expect(page.getByRole('search', { name: t('finder.label') })).toBeHidden();
    await expect(page.locator('.finder-matches a')).toHaveCount(3);
    await page.getByRole('link', { name: 'traduire', exact: true }).click();
    await expect(page).toHaveURL('/fr/browse/task/translation/');
  });
});
