/** Words that are read otherwise than they were typed: mistakes, synonyms, other languages; never silently. */
import { expect, test, type Page } from '@playwright/test';
import { pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { siteNow } from '../../scripts/test/ports';
import { openWith } from './sample';

const pathFor = (query: string) => `${pathOf('es', { to: 'section', section: 'search' })}?${query}`;
const titles = (page: Page) => page.locator('.search-main .rows[aria-busy] h3 a');
const reading = (page: Page) => page.locator('.search-reading');
const named = (words: string) => `\u2068${words}\u2069`;

/** A word of one sample opportunity, and the same with an error. */
const [meant, words] = ['avisos', 'avsios'] as const;

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(siteNow);
});

const t = translator('es');

test('forgives typing errors, says so, and leads back to what was typed', async ({ page }) => {
  const title =
    openWith('es', {}).find(({ id }) => id === 'compose-creole-storm-warnings')?.texts.title.value ?? '';
  await page.goto(pathFor(`q=${words}`));
  await expect(titles(page).filter({ hasText: title })).toBeVisible();
  await expect(reading(page).locator('strong').filter({ hasText: meant })).toBeVisible();
  await expect(reading(page)).toHaveAttribute('role', 'status');
  await page.getByRole('link', { name: t('search.read.typed', { words: named(words) }) }).click();
  await expect(page).toHaveURL(new RegExp(`\\?q=%22${words}%22$`));
  await expect(page.getByText(t.count('search.none.missing', 1, { words: named(words) }))).toBeVisible();
  await expect(titles(page)).toHaveCount(0);
  await page.goBack();
  await expect(titles(page).filter({ hasText: title })).toBeVisible();
});

test('says what is left out, and includes it again', async ({ page }) => {
  const words = named('enseñar');
  const without = reading(page).getByText(t('search.read.without', { words }));
  const link = page.getByRole('link', { name: t('search.read.include', { words }) });
  await page.goto(pathFor(`q=${encodeURIComponent('agua pero no enseñar')}`));
  await expect(titles(page).first()).toBeVisible();
  await expect(without).toBeVisible();
  await link.press('Enter');
  await expect(page.locator('#search-q')).toHaveValue('agua enseñar');
  await expect(without).toHaveCount(0);
  // The link is gone, and the focus with it, if it weren't moved.
  await expect(page.getByRole('heading', { name: t('search.results') })).toBeFocused();
  await page.goBack();
  await expect(without).toBeVisible();
});
