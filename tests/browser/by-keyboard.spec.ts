import { expect, test, type Locator, type Page } from '@playwright/test';
import { locales, type Locale } from '../../src/i18n/locales';
import { countryName } from '../../src/i18n/names';
import { pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { opportunityFacetValues } from '../../src/model/facet-values';
import { siteNow } from '../../scripts/test/ports';
import { submissionsOf } from './inbox';
import { openWith } from './sample';

/** Presses of Enter and Space that the way from home to a sent application may take. */
const most = 12;

/** A keyboard that counts what it sets going. Typing, Tab and the arrows only lead there. */
class Keyboard {
  activations = 0;

  constructor(private readonly page: Page) {}

  /** Goes on by Tab until a control has the focus. Fails where it never gets it. */
  async tabTo(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    for (let presses = 0; presses < 150; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
    }
    await expect(target).toBeFocused();
  }

  async activate(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.tabTo(target);
    this.activations += 1;
    await this.page.keyboard.press(key);
  }

  /** Goes down a list until a value is chosen. */
  async choose(select: Locator, value: string): Promise<void> {
    await this.tabTo(select);
    const options = await select.locator('option').count();
    for (let presses = 0; presses < options; presses++) {
      if ((await select.inputValue()) === value) return;
      await this.page.keyboard.press('ArrowDown');
    }
    await expect(select).toHaveValue(value);
  }

  async type(field: Locator, text: string): Promise<void> {
    await this.tabTo(field);
    await this.page.keyboard.type(text);
  }
}

/** An open opportunity that the finder's sentence leads to, and that one applies for by a form. */
function wanted(locale: Locale) {
  const found = openWith(locale, { lang: locale }).find(({ shared }) => shared.applyBy === 'form');
  if (!found) throw new Error('The sample has no opportunity with a form.');
  return { ...found, task: opportunityFacetValues(found).task[0] ?? '' };
}

for (const locale of locales) {
  test(`from home to a sent application by keyboard, with at most ${most} activations (${locale})`, async ({
    page,
  }) => {
    const t = translator(locale);
    const { path, task, texts } = wanted(locale);
    const name = `By keyboard ${locale} ${Date.now()}`;
    await page.clock.setFixedTime(siteNow);
    await page.goto(pathOf(locale, { to: 'home' }));
    const keyboard = new Keyboard(page);

    await keyboard.activate(page.locator('.skip'));
    const finder = page.getByRole('search');
    await keyboard.choose(finder.locator('[name=task]'), task);
    await keyboard.activate(finder.locator('button[type=submit]'));

    await expect(page).toHaveURL(new RegExp(`${pathOf(locale, { to: 'section', section: 'search' })}\\?`));
    await keyboard.activate(page.locator('.skip'));
    await keyboard.activate(page.locator(`.search-main .rows h3 a[href^="${path}"]`));

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(texts.title.value);
    await keyboard.activate(page.locator('.skip'));
    await keyboard.activate(page.getByRole('link', { name: t('opportunity.apply'), exact: true }));

    const form = page.locator('#apply form');
    await expect(page.locator('#apply [data-form]')).toHaveCount(0);
    await keyboard.type(form.locator('[name=name]'), name);
    await keyboard.type(form.locator('[name=email]'), 'keyboard@example.org');
    await keyboard.type(form.locator('[name=country]'), countryName(t, 'KE'));
    for (const select of await form.locator('select[name^=language_]').all())
      await keyboard.choose(select, 'good');
    await keyboard.type(form.locator('[name=availability]'), '4');
    await keyboard.type(
      form.locator('[name=motivation]'),
      'I have done this kind of work for four years and want to share it.',
    );
    for (const answer of await form.locator('textarea[name^=answer_]').all())
      await keyboard.type(answer, 'Twice, last year.');
    await keyboard.activate(form.locator('[name=consent]'), 'Space');
    await keyboard.activate(form.locator('button[type=submit]'));

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('thanks.title'));
    const sent = await submissionsOf(name);
    expect(sent.map(({ fields }) => fields['country'])).toEqual(['KE']);
    expect(keyboard.activations).toBeLessThanOrEqual(most);
  });
}
