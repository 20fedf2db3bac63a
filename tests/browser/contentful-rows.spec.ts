/** Lists of groups in Contentful’s form, a row for each. */
import { expect } from '@playwright/test';
import { buildHostForm } from './contentful-host/host-form';
import { control, stored, written } from './contentful-form';
import { openForm, shared, test } from './contentful-test';

test.describe('a list of groups', () => {
  test('is filled by the keyboard alone, and takes no more rows than the model allows', async ({
    page,
    host,
  }) => {
    await openForm(page, host, 'Who');
    const skills = control(page, 'Skills');
    const add = skills.getByRole('button', { name: 'Add: Skill' });
    const names = ['transl', 'law', 'mapping', 'marketing', 'medicine', 'nutrition'];
    for (const [index, name] of names.entries()) {
      await add.press('Enter');
      await expect(skills.getByRole('combobox', { name: 'Skill', exact: true }).nth(index)).toBeFocused();
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
    }
    await skills.getByLabel('How well').first().focus();
    await page.keyboard.type('Solid');
    await expect
      .poll(async () => ((await stored(page, 'skills')) as unknown[])[0])
      .toEqual({
        skill: 'translation',
        level: 'solid',
      });
    await expect.poll(async () => ((await stored(page, 'skills')) as unknown[]).length).toBe(6);
    await expect(skills.getByText('At most 6: to add another, remove one first.')).toBeVisible();
    await expect(add).toHaveCount(0);
  });

  test('stores no empty row', async ({ page, host }) => {
    await page.goto(host.show(buildHostForm({ type: 'settings' })));
    const links = control(page, 'Links in the footer | English');
    await links.getByRole('button', { name: 'Add: Link' }).click();
    await expect(links.getByLabel('Text')).toBeFocused();
    expect(await written(page)).toEqual([]);
    await page.keyboard.type('A');
    await expect.poll(() => stored(page, 'footerLinks')).toEqual([{ text: 'A' }]);
  });

  test('keeps faulty rows until they are changed, and says what is wrong with them', async ({
    page,
    host,
  }) => {
    const values = [{ language: 'xx', level: 'good', more: 1 }, 'fr'];
    await openForm(page, host, 'Who', { values: shared({ languages: values }) });
    const languages = control(page, 'Languages of work');
    await expect(languages.getByText('is “xx”, which is none of the known values.')).toBeVisible();
    await expect(languages.getByText(/^Languages of work › 2 /)).toBeVisible();
    await languages.getByLabel('How well').first().selectOption('Fluent');
    await expect
      .poll(() => stored(page, 'languages'))
      .toEqual([{ language: 'xx', level: 'fluent', more: 1 }, 'fr']);
  });

  test('has fields for numbers, addresses and texts, and says what doesn’t fit', async ({ page, host }) => {
    await page.goto(
      host.show(buildHostForm({ type: 'campaign', values: shared({ originalLanguage: 'fr' }) })),
    );
    const figures = control(page, 'Figures | Français');
    await figures.getByRole('button', { name: 'Add: Figure' }).click();
    await figures.getByLabel('Value').fill('2,2 milliards');
    await figures.getByLabel('Year').fill('many');
    await expect(figures.getByText('Year is “many”')).toBeVisible();
    await figures.getByLabel('Year').fill('1850');
    await expect(figures.getByText('Year is too little: 1850')).toBeVisible();
    await figures.getByLabel('Year').fill('2024');
    await figures.getByLabel('Source’s address (optional)').fill('example.org');
    await expect(figures.getByText('example.org')).toBeVisible();
    await expect
      .poll(() => stored(page, 'figures', 'fr'))
      .toEqual([{ value: '2,2 milliards', year: 2024, url: 'example.org' }]);
    await expect.poll(() => stored(page, 'figures')).toBeUndefined();
  });
});
