import { expect, test, type Page } from '@playwright/test';
import type { Locale } from '../../src/i18n/locales';
import { pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { siteNow } from '../../scripts/test/ports';
import { opportunitiesIn, openWith } from './sample';

const searchPath = (locale: Locale) => pathOf(locale, { to: 'section', section: 'search' });

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(siteNow);
});

/** The paths of the results shown, in order: read at once, since the list may be changing. */
const shownPaths = (page: Page): Promise<string[]> =>
  page
    .locator('.search-main .rows h3 a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));

const status = (page: Page) => page.locator('.search-total');

const t = translator('es');

test('finds by words and announces how many', { tag: '@core' }, async ({ page }) => {
  const wanted = opportunitiesIn('es').find(({ id }) => id === 'compose-creole-storm-warnings');
  const title = wanted?.texts.title.value ?? '';
  const query =
    title
      .match(/\p{L}{5,}/gu)
      ?.slice(0, 2)
      .join(' ') ?? '';
  await page.goto(searchPath('es'));
  await page.locator('#search-q').fill(query);
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText(query);
  await expect(page.locator('.search-main .rows h3 a').first()).toHaveText(title);
  await expect(page).toHaveURL(/\?q=/);
  expect(await page.title()).toContain(query);
});

test('combines facets with counts that are right', { tag: '@core' }, async ({ page }) => {
  await page.goto(searchPath('es'));
  const open = openWith('es', {});
  await expect(status(page)).toHaveText(t.count('search.count', open.length));

  const tasks = page
    .locator('details')
    .filter({ has: page.locator('summary', { hasText: t('facet.task') }) })
    .first();
  const found = openWith('es', { task: 'translation' });
  const choice = tasks.locator('label').filter({ hasText: t('task.translation') });
  await expect(choice).toContainText(String(found.length));
  await choice.getByRole('checkbox').check();
  await expect(status(page)).toHaveText(t.count('search.count', found.length));

  await page.goto(`${searchPath('es')}?lang=fr&task=translation`);
  const both = openWith('es', { task: 'translation', lang: 'fr' });
  expect(both.length).toBeGreaterThan(0);
  await expect(status(page)).toHaveText(t.count('search.count', both.length));
  expect(await shownPaths(page)).toEqual(both.map(({ path }) => path));
});

test(
  'shows the same list from a shared address, after Back, and after a reload',
  { tag: '@core' },
  async ({ page, context }) => {
    await page.goto(searchPath('en'));
    await page.getByRole('checkbox', { name: 'Writing and editing' }).check();
    await expect(page).toHaveURL(/\?task=writing$/);
    await expect(status(page)).toHaveText(/\d+ opportunit/);
    await page.getByRole('checkbox', { name: 'Spanish' }).check();
    await expect(page).toHaveURL(/\?task=writing&lang=es$|\?lang=es&task=writing$/);
    await expect(page.getByRole('button', { name: 'Remove the filter “Spanish”' })).toBeVisible();
    const list = openWith('en', { task: 'writing', lang: 'es' }).map(({ path }) => path);
    await expect.poll(() => shownPaths(page)).toEqual(list);

    const other = await context.newPage();
    await other.clock.setFixedTime(siteNow);
    await other.goto(page.url());
    await expect.poll(() => shownPaths(other)).toEqual(list);

    await page.locator('.search-main .rows h3 a').first().click();
    await expect(page).toHaveURL(/\/en\/opportunities\//);
    await page.goBack();
    await expect.poll(() => shownPaths(page)).toEqual(list);
    await page.reload();
    await expect.poll(() => shownPaths(page)).toEqual(list);
    await page.goBack();
    await expect(page).toHaveURL(/\?task=writing$/);
    await expect(page.getByRole('checkbox', { name: 'Spanish' })).not.toBeChecked();
  },
);

test('judges by the visitor’s clock, not the build’s', { tag: '@core' }, async ({ page }) => {
  const later = '2029-11-01T00:00:00Z';
  const stillOpen = openWith('en', {}).filter(
    ({ closesAt }) => closesAt === undefined || closesAt > Date.parse(later),
  );
  expect(stillOpen.length).toBeLessThan(openWith('en', {}).length);
  await page.clock.setFixedTime(later);
  await page.goto(searchPath('en'));
  await expect(status(page)).toHaveText(translator('en').count('search.count', stillOpen.length));
});

test('leads back to the place in the results, whose page the browser loads again', async ({ page }) => {
  await page.goto(searchPath('es'));
  const last = page.locator('.search-found .rows h3 a').last();
  const before = await last.evaluate((link) => {
    link.scrollIntoView({ block: 'center' });
    return link.getBoundingClientRect().top;
  });
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(400);
  await page.evaluate(() => Object.assign(window, { isFirst: true }));
  await last.click();
  await expect(page.locator('h1')).toBeVisible();
  await page.goBack();
  await expect(last).toBeInViewport();
  const after = () => last.evaluate((link) => link.getBoundingClientRect().top);
  await expect.poll(after).toBeCloseTo(before, -1);
  expect(await page.evaluate(() => 'isFirst' in window)).toBe(false);
});

test('leads on where nothing is found', { tag: '@core' }, async ({ page }) => {
  await page.goto(`${searchPath('fr')}?q=xylophone&task=translation`);
  await expect(page.getByText(translator('fr')('search.none'), { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: translator('fr')('home.orBrowse') }).first()).toBeVisible();
});

test(
  'has the filters in their sheet on a phone, and beside the results once it is wide',
  { tag: '@core' },
  async ({ page }) => {
    const filters = page.locator('#search-filters');
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(`${searchPath('en')}?task=translation`);
    await expect(status(page)).not.toBeEmpty();
    await expect(filters).toHaveCount(0);
    await page.locator('.search-toggle').click();
    await expect(page.locator('.search-sheet #search-filters')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(filters).toHaveCount(0);
    await page.setViewportSize({ width: 1280, height: 640 });
    await expect(page.locator('.search-side #search-filters')).toBeVisible();
    await expect(filters.getByRole('checkbox', { name: /^Translation/ })).toBeChecked();
  },
);

test(
  'shows the button for the filters once its script is there, so that no press is lost',
  { tag: '@core' },
  async ({ page }) => {
    const late = Promise.withResolvers<undefined>();
    await page.route(/\/assets\/.*\.js$/, async (route) => {
      await late.promise;
      await route.continue();
    });
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(searchPath('en'), { waitUntil: 'commit' });
    const toggle = page.locator('.search-toggle');
    await expect(toggle).toBeAttached();
    await expect(toggle).toBeHidden();
    late.resolve(undefined);
    await toggle.click();
    await expect(page.locator('.search-sheet')).toBeVisible();
  },
);

test(
  'keeps the focus among the chips while they are removed, then at the heading',
  { tag: '@core' },
  async ({ page }) => {
    await page.goto(`${searchPath('en')}?task=translation,writing&lang=fr`);
    const chips = page.locator('.search-chip');
    await expect(chips).toHaveCount(3);
    await chips.nth(1).focus();
    await page.keyboard.press('Enter');
    await expect(chips).toHaveCount(2);
    await expect(chips.nth(1)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(chips).toHaveCount(1);
    await expect(chips.first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(chips).toHaveCount(0);
    await expect(page.locator('#search-results')).toBeFocused();
  },
);
