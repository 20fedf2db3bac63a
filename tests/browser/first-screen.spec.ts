/** A phone of 360 x 640 pixels: on its first screen stand the first result and the first words of what there is to do. */
import { expect, test, type Page } from '@playwright/test';
import { locales, type Locale } from '../../src/i18n/locales';
import { pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { acceptsApplications } from '../../src/model/time/lifecycle';
import { siteNow } from '../../scripts/test/ports';
import { layoutFaults } from './layout-faults';
import { opportunitiesIn } from './sample';

const phone = { width: 360, height: 640 };
/** Found in every language with notes on how it was read, and with other entries of the site. */
const words = { en: 'water', fr: 'eau', es: 'agua' } as Readonly<Record<Locale, string>>;
const searchPath = (locale: Locale) => pathOf(locale, { to: 'section', section: 'search' });

/** The place (px) of the end of a heading's first line, in the site's typeface. */
const firstLine = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate(async (heading) => {
      // A page has the typeface only if it is there at once; else that of the machine.
      const rule = [...document.styleSheets]
        .flatMap(({ cssRules }) => [...cssRules])
        .find((one) => one instanceof CSSFontFaceRule && one.style.getPropertyValue('src').includes('url('));
      const src = (rule as CSSFontFaceRule).style.getPropertyValue('src');
      document.fonts.add(await new FontFace('Of the site', src, { weight: '200 800' }).load());
      document.documentElement.style.setProperty('--family', "'Of the site'");
      const range = document.createRange();
      range.selectNodeContents(heading);
      return range.getClientRects()[0]?.bottom ?? Infinity;
    });

test.use({ viewport: phone });

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(siteNow);
});

for (const locale of locales) {
  const t = translator(locale);

  for (const query of ['', `?q=${words[locale]}`, `?q=${words[locale]}&task=translation`]) {
    test(`a search shows its first result (${locale}, ${query})`, async ({ page }) => {
      await page.goto(searchPath(locale) + query);
      await expect(page.locator('.sample-note')).toBeVisible();
      await expect(page.locator('.search-main .rows[aria-busy=false] h3').first()).toBeVisible();
      if (query !== '') await expect(page.locator('.search-others')).toBeAttached();
      expect(await firstLine(page, '.search-main .rows h3')).toBeLessThanOrEqual(phone.height);
    });
  }

  test(`an opportunity shows what one will do, whatever the length of its title (${locale})`, async ({
    page,
  }) => {
    const [longest] = opportunitiesIn(locale)
      .filter(({ stage }) => acceptsApplications(stage))
      .toSorted((a, b) => b.texts.title.value.length - a.texts.title.value.length);
    expect(longest?.texts.title.value.length).toBeGreaterThan(70);
    await page.goto(longest?.path ?? '');
    await expect(page.locator('.sample-note')).toBeVisible();
    await expect(page.locator('.summary')).toHaveText(longest?.texts.summary.value ?? '');
    await expect(page.locator('[id^=part-]').first()).toHaveText(t('opportunity.task'));
    expect(await firstLine(page, '[id^=part-]')).toBeLessThanOrEqual(phone.height);
  });

  test(`the head is one row (${locale})`, async ({ page }) => {
    for (const [width, links] of [
      [360, 1],
      [768, 1],
      [1280, 5],
    ] as const) {
      await page.setViewportSize({ width, height: 640 });
      await page.goto(pathOf(locale, { to: 'home' }));
      const { height } = (await page.locator('.site-header').boundingBox()) ?? { height: Infinity };
      expect(height, `${width} px`).toBeLessThanOrEqual(56);
      await expect(page.locator('.nav-main a').filter({ visible: true })).toHaveCount(links);
      await expect(page.locator('.languages li').filter({ visible: true })).toHaveCount(locales.length);
    }
    await expect(page.locator('.menu summary')).toBeHidden();
    await expect(page.getByRole('link', { name: t('nav.organizations') }).first()).toBeVisible();
  });

  test(`nothing is wider than a small phone, with the menu and the filters open (${locale})`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(pathOf(locale, { to: 'home' }));
    await page.locator('.menu summary').click();
    await expect(page.locator('.menu-panel')).toBeVisible();
    // The menu lies over what is below it.
    expect((await layoutFaults(page)).filter((fault) => !fault.includes('lies over'))).toEqual([]);
    await page.goto(`${searchPath(locale)}?q=${words[locale]}&task=translation,writing&lang=fr`);
    await page.locator('.search-toggle').click();
    await expect(page.locator('.search-sheet')).toBeVisible();
    const sideways = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await sideways()).toBe(0);
    await page.keyboard.press('Escape');
    await expect(page.locator('.search-sheet')).toHaveCount(0);
    expect(await sideways()).toBe(0);
  });
}

test.describe('the menu', () => {
  const t = translator('en');

  test('opens with the keyboard, and Escape closes it', async ({ page }) => {
    await page.goto(pathOf('en', { to: 'home' }));
    const menu = page.locator('.menu summary');
    await menu.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(page.locator('.menu-panel a').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(menu).toBeFocused();
    await expect(page.locator('.menu-panel')).toBeHidden();
  });

  test('opens without JavaScript', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: phone });
    const page = await context.newPage();
    await page.goto(pathOf('en', { to: 'home' }));
    await page.locator('.menu summary').click();
    await page
      .locator('.menu-panel')
      .getByRole('link', { name: t('nav.stories') })
      .click();
    await expect(page).toHaveURL(pathOf('en', { to: 'section', section: 'stories' }));
    await context.close();
  });
});

test.describe('the sheet of filters', () => {
  const t = translator('en');
  const shown = (page: Page) => page.locator('.search-sheet-foot button');
  const toggle = (page: Page) => page.locator('.search-toggle');

  test.beforeEach(async ({ page }) => {
    await page.goto(`${searchPath('en')}?q=water`);
    await expect(page.locator('.search-main .rows[aria-busy=false] h3').first()).toBeVisible();
  });

  /** Chooses the task with the fewest results, and returns how many they are. */
  async function choose(page: Page, press: (id: string) => Promise<void>): Promise<number> {
    const tasks = await page.locator('.search-sheet [name=task]:enabled').evaluateAll((boxes) =>
      boxes.map((box) => ({
        id: (box as HTMLInputElement).value,
        count: Number(box.parentElement?.querySelector('.search-count')?.textContent),
      })),
    );
    const [fewest] = tasks.toSorted((a, b) => a.count - b.count);
    await press(fewest?.id ?? '');
    const count = fewest?.count ?? 0;
    await expect(shown(page)).toHaveText(t.count('search.show', count));
    return count;
  }

  test('opens, is cleared and closes by keyboard, and gives the focus back', async ({ page }) => {
    await toggle(page).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: t('search.filters') });
    await expect(dialog).toBeVisible();
    await choose(page, async (id) => {
      await page.locator(`.search-sheet [value=${id}]`).focus();
      await page.keyboard.press('Space');
    });
    await dialog.getByRole('button', { name: t('search.clear') }).press('Enter');
    await expect(page).toHaveURL(/\?q=water$/);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(toggle(page)).toBeFocused();
  });

  test('is closed by Back, which keeps what was chosen; the next Back undoes it', async ({ page }) => {
    await toggle(page).click();
    const count = await choose(page, (id) => page.locator(`.search-sheet [value=${id}]`).check());
    await page.goBack();
    await expect(page.locator('.search-sheet')).toHaveCount(0);
    await expect(page).toHaveURL(/task=/);
    await expect(page.locator('.search-main .rows h3')).toHaveCount(count);
    await page.goBack();
    await expect(page).toHaveURL(/\?q=water$/);
  });
});
