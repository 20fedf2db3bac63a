/** Lists of groups in Contentful’s form, a row for each. */
import { expect } from '@playwright/test';
import { buildHostForm } from '../../scripts/local/app-host/host-form';
import { control, stored } from './contentful-form';
import { french, openForm, shared, test } from './contentful-host';

test.describe('a list of groups', () => {
  test('is filled with the mouse: a choice adds a row', async ({ page, host }) => {
    await openForm(page, host, 'Who');
    const languages = control(page, 'Languages of work');
    await languages.getByRole('listbox').getByRole('option', { name: 'French' }).click();
    // Half a row is stored too, and its fault is said.
    await expect.poll(() => stored(page, 'languages')).toEqual([{ need: 'required', language: 'fr' }]);
    await expect(languages.getByText('Fill it in.')).toBeVisible();
    await languages.getByLabel('How well').selectOption('Good');
    await expect(languages.getByText('Fill it in.')).toHaveCount(0);
    await languages.getByRole('listbox').getByRole('option', { name: 'Wolof' }).click();
    await languages.getByLabel('How well').nth(1).selectOption('Native');
    await languages.getByLabel('Required or a plus').nth(1).selectOption('Welcome');
    await languages.getByRole('button', { name: 'Move “Wolof” up' }).click();
    await expect
      .poll(() => stored(page, 'languages'))
      .toEqual([{ language: 'wo', level: 'native', need: 'welcome' }, french]);
    await languages.getByRole('button', { name: 'Remove “Wolof”' }).click();
    await expect.poll(() => stored(page, 'languages')).toEqual([french]);
    await languages.getByLabel('Language', { exact: true }).selectOption('Spanish');
    await expect.poll(() => stored(page, 'languages')).toEqual([{ ...french, language: 'es' }]);
  });

  test('is filled by the keyboard alone, and takes no more rows than the model allows', async ({
    page,
    host,
  }) => {
    await openForm(page, host, 'Who');
    const skills = control(page, 'Skills');
    const search = skills.getByLabel('Search the list');
    await search.focus();
    await page.keyboard.type('transl');
    await page.keyboard.press('Enter');
    await expect(skills.getByLabel('How well')).toBeFocused();
    await page.keyboard.type('Solid');
    await expect.poll(() => stored(page, 'skills')).toEqual([{ skill: 'translation', level: 'solid' }]);
    for (const more of ['law', 'mapping', 'marketing', 'medicine', 'nutrition']) {
      await search.fill(more);
      await search.press('Enter');
    }
    await expect(skills.getByText('At most 6: to add another, remove one first.')).toBeVisible();
    await search.fill('psychology');
    await search.press('Enter');
    await expect.poll(async () => ((await stored(page, 'skills')) as unknown[]).length).toBe(6);
  });

  test('without choices begins with a button, and stores no empty row', async ({ page, host }) => {
    await page.goto(host.show(buildHostForm({ type: 'settings' })));
    const links = control(page, 'Links in the footer | English');
    await links.getByRole('button', { name: 'Add: Link' }).click();
    await expect(links.getByLabel('Text')).toBeFocused();
    await expect.poll(() => stored(page, 'footerLinks')).toBeUndefined();
    await page.keyboard.type('A');
    await expect.poll(() => stored(page, 'footerLinks')).toEqual([{ text: 'A' }]);
  });

  test('shows faulty rows and keeps them until they are changed', async ({ page, host }) => {
    const values = [{ language: 'xx', level: 'good', more: 1 }, 'fr'];
    await openForm(page, host, 'Who', { values: shared({ languages: values }) });
    const languages = control(page, 'Languages of work');
    await expect(languages.getByText('“xx” isn’t one of the choices.')).toBeVisible();
    await expect(languages.getByText('More is stored here than the form shows: more.')).toBeVisible();
    await expect(languages.getByText('doesn’t fit the field: fr.')).toBeVisible();
    await languages.getByLabel('How well').selectOption('Fluent');
    await expect
      .poll(() => stored(page, 'languages'))
      .toEqual([{ language: 'xx', level: 'fluent', more: 1 }, 'fr']);
  });

  test('has fields for numbers, addresses and texts, and says what doesn’t fit', async ({ page, host }) => {
    await page.goto(host.show(buildHostForm({ type: 'campaign' })));
    const figures = control(page, 'Figures | Français');
    await figures.getByRole('button', { name: 'Add: Figure' }).click();
    await figures.getByLabel('Value').fill('2,2 milliards');
    await figures.getByLabel('Year').fill('many');
    await expect(figures.getByText('“many” isn’t a number.')).toBeVisible();
    await figures.getByLabel('Year').fill('1850');
    await expect(figures.getByText('From 1900 to 2100.')).toBeVisible();
    await figures.getByLabel('Year').fill('2024');
    await figures.getByLabel('Source’s address (optional)').fill('example.org');
    await expect(figures.getByText('It must begin with http:// or https://.')).toBeVisible();
    await expect
      .poll(() => stored(page, 'figures', 'fr'))
      .toEqual([{ value: '2,2 milliards', year: 2024, url: 'example.org' }]);
    await expect.poll(() => stored(page, 'figures')).toBeUndefined();
  });
});
