import { expect, test } from '@playwright/test';
import type { Locale } from '../../src/i18n/locales';
import { countryName } from '../../src/i18n/names';
import { pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { opportunityFacetValues } from '../../src/model/facet-values';
import { siteNow } from '../../scripts/test/ports';
import { submissionsOf } from './inbox';
import { Keyboard } from './keyboard';
import { openWith } from './sample';

/** Presses of Enter and Space that the way from home to a sent application may take. */
const most = 12;

/** An open opportunity that the finder's sentence leads to, and that one applies for by a form. */
function wanted(locale: Locale) {
  const found = openWith(locale, { lang: locale }).find(({ shared }) => shared.applyBy === 'form');
  if (!found) throw new Error('The sample has no opportunity with a form.');
  return { ...found, task: opportunityFacetValues(found).task[0] ?? '' };
}

test(
  `from home to a sent application by keyboard, with at most ${most} activations`,
  { tag: '@core' },
  async ({ page }) => {
    const t = translator('en');
    const { path, task, texts } = wanted('en');
    const name = `By keyboard en ${Date.now()}`;
    await page.clock.setFixedTime(siteNow);
    await page.goto(pathOf('en', { to: 'home' }));
    const keyboard = new Keyboard(page);

    await keyboard.press(page.locator('.skip'));
    const finder = page.getByRole('search');
    await keyboard.choose(finder.locator('[name=task]'), task);
    await keyboard.press(finder.locator('button[type=submit]'));

    await expect(page).toHaveURL(new RegExp(`${pathOf('en', { to: 'section', section: 'search' })}\\?`));
    await keyboard.press(page.locator('.skip'));
    await keyboard.press(page.locator(`.search-main .rows h3 a[href^="${path}"]`));

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(texts.title.value);
    await keyboard.press(page.locator('.skip'));
    await keyboard.press(page.getByRole('link', { name: t('opportunity.apply'), exact: true }));

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
    await keyboard.press(form.locator('[name=consent]'), 'Space');
    await keyboard.press(form.locator('button[type=submit]'));

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('thanks.title'));
    const sent = await submissionsOf(name);
    expect(sent.map(({ fields }) => fields['country'])).toEqual(['KE']);
    expect(keyboard.activations).toBeLessThanOrEqual(most);
  },
);
