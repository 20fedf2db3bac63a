/** What the box suggests while one types, and what words find beside opportunities. */
import { expect, test, type Page } from '@playwright/test';
import type { Locale } from '../../src/i18n/locales';
import { pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { siteNow } from '../../scripts/test/ports';
import { axeFaults } from './axe';
import { openWith } from './sample';

const searchPath = (locale: Locale) => pathOf(locale, { to: 'section', section: 'search' });
const box = (page: Page) => page.locator('#search-q');
const list = (page: Page) => page.getByRole('listbox');
const options = (page: Page) => list(page).getByRole('option');
/** What is loaded to suggest from. */
const data = /\/search\/en\.(?:words|entries)\.json/;
const titles = (page: Page) => page.locator('.search-main .rows h3 a');

/** Holds what is asked for back until it is let go. */
async function hold(page: Page, pattern: RegExp): Promise<() => Promise<void>> {
  const asked = Promise.withResolvers();
  const gone = Promise.withResolvers();
  await page.route(pattern, async (route) => {
    asked.resolve(undefined);
    await gone.promise;
    await route.continue();
  });
  return async () => {
    await asked.promise;
    gone.resolve(undefined);
  };
}

/** Opens the search once it is alive: what is typed before is only kept. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator('astro-island[client=load][ssr]').waitFor({ state: 'detached' });
}

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(siteNow);
});

test('suggests terms, words and names, by keyboard, as a combobox does', async ({ page }) => {
  const t = translator('fr');
  // Half a word of the sample that is no term's name, the word, and a term with a letter missing.
  const [half, whole, wrong] = ['cyclo', 'cyclone', 'tradction'];
  await open(page, searchPath('fr'));
  await expect(page.getByRole('combobox', { name: t('search.label') })).toHaveAttribute(
    'aria-expanded',
    'false',
  );
  const translation = options(page).filter({ hasText: `${t('task.translation')} ${t('facet.task')}` });
  const expectMeant = async (place: 'first' | 'last') => {
    const meant = options(page)[place]();
    await expect(meant).toHaveAttribute('aria-selected', 'true');
    await expect(box(page)).toHaveAttribute('aria-activedescendant', (await meant.getAttribute('id')) ?? '');
  };

  await box(page).pressSequentially(wrong);
  await expect(translation).toBeVisible();
  await expect(box(page)).toHaveAttribute('aria-expanded', 'true');
  expect(await box(page).getAttribute('aria-controls')).toBe(await list(page).getAttribute('id'));
  await expect(list(page)).toHaveAccessibleName(t('search.suggest'));
  const count = await options(page).count();
  await expect(page.locator('.search-line [role=status]')).toHaveText(t.count('search.suggest.count', count));
  expect(await axeFaults(page)).toEqual([]);

  // Up to the last, down and around to the first; Home goes back to the box.
  await page.keyboard.press('ArrowUp');
  await expectMeant('last');
  await page.keyboard.press('ArrowDown');
  await expectMeant('first');
  for (const key of ['Home', 'End']) {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(key);
    await expect(box(page)).not.toHaveAttribute('aria-activedescendant');
  }

  // Escape closes and keeps the words; Down opens again; Tab goes on and takes nothing.
  await page.keyboard.press('Escape');
  await expect(list(page)).toHaveCount(0);
  await expect(box(page)).toHaveValue(wrong);
  await page.keyboard.press('ArrowDown');
  await expect(translation).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(list(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: t('search.button'), exact: true })).toBeFocused();
  await expect(page).toHaveURL(searchPath('fr'));

  // A term becomes a filter with a readable address.
  await box(page).focus();
  await page.keyboard.press('ArrowDown');
  await expect(translation).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${searchPath('fr')}?task=translation`);
  await expect(box(page)).toHaveValue('');
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveAttribute('aria-expanded', 'false');

  // A word fills the box and searches, among what is chosen.
  await box(page).pressSequentially(half);
  const word = options(page).filter({ hasText: `${whole} ${t('search.suggest.word')}` });
  await expect(word).toBeVisible();
  await word.click();
  await expect(page).toHaveURL(`${searchPath('fr')}?q=${encodeURIComponent(whole)}&task=translation`);
  await expect(box(page)).toHaveValue(whole);
  await page.goBack();
  await expect(page).toHaveURL(`${searchPath('fr')}?task=translation`);
  await expect(box(page)).toHaveValue('');

  // An organization is searched for by its name, and stands beside its opportunities.
  const organization = openWith('fr', {})[0]?.organization;
  const name = organization?.texts.name.value ?? '';
  await box(page).fill(name.slice(0, -2));
  await options(page)
    .filter({ hasText: `${name} ${t('search.texts.organization')}` })
    .click();
  await expect(box(page)).toHaveValue(name);
  await expect(page.locator('.search-others').getByRole('link', { name, exact: true })).toHaveAttribute(
    'href',
    organization?.path ?? '',
  );
});

test('loads what it suggests once, and never shows it for what isn’t in the box any more', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const letGo = await hold(page, data);
  await open(page, searchPath('en'));
  expect(asked.filter((url) => data.test(url))).toEqual([]);
  await box(page).pressSequentially('hurri');
  await box(page).fill('tra');
  // What the page knows itself is there at once.
  await expect(options(page)).toHaveText(['Translation Task']);
  await page.keyboard.press('Escape');
  const loaded = [/\.words\.json/, /\.entries\.json/].map((one) => page.waitForResponse(one));
  await letGo();
  await Promise.all(loaded);
  await expect(list(page)).toHaveCount(0);

  await box(page).fill('hurr');
  await expect(options(page)).toContainText(['hurricane Word']);
  const before = asked.length;
  await box(page).pressSequentially('icane');
  await box(page).fill('wat');
  await expect(options(page).first()).toContainText('Water');
  await expect(options(page).filter({ hasText: 'hurricane' })).toHaveCount(0);
  expect(asked.slice(before)).toEqual([]);

  // A word that an input method is composing is completed, and its keys are left alone.
  await box(page).evaluate((input) =>
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', isComposing: true, bubbles: true })),
  );
  await expect(box(page)).not.toHaveAttribute('aria-activedescendant');
});

test('searches on where suggestions can’t be loaded, and loads none where data is saved', async ({
  browser,
}) => {
  for (const lost of [/\/assets\/Suggestions\.[^/]+\.js/, data]) {
    const page = await browser.newPage();
    const errors: string[] = [];
    await page.clock.setFixedTime(siteNow);
    await page.route(lost, (route) => route.abort());
    await open(page, searchPath('en'));
    page.on('pageerror', (error) => errors.push(error.message));
    await box(page).pressSequentially('hurricane');
    await page.keyboard.press('Enter');
    await expect(titles(page).first()).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    expect(errors).toEqual([]);
    await page.close();
  }

  const page = await browser.newPage();
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
  );
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await open(page, searchPath('en'));
  await box(page).pressSequentially('wat');
  await expect(options(page)).toHaveText(['Water and sanitation Cause']);
  expect(asked.filter((url) => data.test(url))).toEqual([]);
  await page.close();
});

test('suggests for one thumb on a narrow screen', async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  const t = translator('en');
  await open(page, searchPath('en'));
  const suggest = async () => {
    await box(page).tap();
    await box(page).fill('');
    await box(page).pressSequentially(t('task.translation').slice(0, 4));
    await expect(list(page)).toBeVisible();
  };
  await suggest();
  const edges = await page.evaluate(() => {
    const place = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
    const heights = [...document.querySelectorAll('[role=option]')].map(
      (option) => option.getBoundingClientRect().height,
    );
    return {
      box: place('#search-q')?.bottom ?? 0,
      list: place('[role=listbox]')?.top ?? 0,
      smallest: Math.min(...heights),
      over: document.documentElement.scrollWidth - innerWidth,
    };
  });
  expect(edges.list).toBeGreaterThanOrEqual(edges.box);
  expect(edges.smallest).toBeGreaterThanOrEqual(44);
  expect(edges.over).toBeLessThanOrEqual(0);

  await page.locator('h1').tap();
  await expect(list(page)).toHaveCount(0);
  await suggest();
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(list(page)).toHaveCount(0);
  await page.evaluate(() => scrollTo(0, 0));
  await suggest();
  await options(page).first().tap();
  await expect(page).toHaveURL(`${searchPath('en')}?task=translation`);
  // The keyboard goes away, and shows what was found.
  await expect(page.locator('#search-results')).toBeFocused();
  await context.close();
});

test('finds other entries by their names beside opportunities, after them', async ({ page }) => {
  const t = translator('es');
  const words = 'línea';
  const letGo = await hold(page, new RegExp(`/search/es\\.entries\\.json`));
  await page.goto(`${searchPath('es')}?q=${words}`);
  await expect(titles(page).first()).toBeVisible();
  const others = page.locator('.search-others');
  await expect(others).toHaveCount(0);
  const top = await titles(page).first().boundingBox();
  await letGo();
  await expect(others.getByRole('heading', { name: t('search.others') })).toBeVisible();
  expect(await titles(page).first().boundingBox()).toEqual(top);

  const names = await others.getByRole('listitem').getByRole('link').allTextContents();
  expect(names.length).toBeGreaterThan(1);
  await expect(page.locator('.search-also a')).toHaveText(names);
  expect(await axeFaults(page)).toEqual([]);
  await page.unrouteAll();
});
