/** Choices in Contentful’s form: lists of them, and single ones. */
import { expect } from '@playwright/test';
import { chosen, control, stored } from './contentful-form';
import { openForm, shared, test } from './contentful-test';

test.describe('a list of choices', () => {
  test(
    'is filled by the keyboard alone: typed, chosen with Enter, moved and removed',
    { tag: '@core' },
    async ({ page, host }) => {
      await openForm(page, host, 'Who');
      const countries = control(page, 'Countries that benefit');
      await countries.getByRole('combobox').focus();
      await page.keyboard.type('sene');
      await page.keyboard.press('Enter');
      await expect(chosen(countries)).toHaveText(['Senegal']);
      await page.keyboard.type('nep');
      await page.keyboard.press('Enter');
      await expect(chosen(countries)).toHaveText(['Senegal', 'Nepal']);
      await countries.getByRole('button', { name: 'Move “Nepal” up' }).press('Enter');
      await expect(chosen(countries)).toHaveText(['Nepal', 'Senegal']);
      await expect(countries.getByRole('button', { name: 'Move “Nepal” up' })).toBeFocused();
      await expect.poll(() => stored(page, 'countries')).toEqual(['NP', 'SN']);
      await countries.getByRole('button', { name: 'Remove “Nepal”' }).press('Enter');
      await expect(countries.getByRole('button', { name: 'Remove “Senegal”' })).toBeFocused();
      await expect.poll(() => stored(page, 'countries')).toEqual(['SN']);
      // Not Nigeria, which begins alike, once Niger is chosen.
      await countries.getByRole('combobox').focus();
      for (const name of ['Niger', 'Niger']) {
        await page.keyboard.type(name);
        await page.keyboard.press('Enter');
        await expect(chosen(countries)).toHaveText(['Senegal', 'Niger']);
      }
    },
  );

  test('is filled with the mouse, and takes no more than the model allows', async ({ page, host }) => {
    await openForm(page, host, 'What');
    const tasks = control(page, 'Task types');
    for (const name of ['Translation', 'Research', 'Data']) {
      await tasks.getByRole('combobox').click();
      await tasks.getByRole('option', { name, exact: true }).click();
    }
    await expect(tasks.getByText('At most 3: to add another, remove one first.')).toBeVisible();
    await expect(tasks.getByRole('combobox')).toHaveCount(0);
    await expect.poll(() => stored(page, 'taskTypes')).toEqual(['translation', 'research', 'data']);
    await tasks.getByRole('button', { name: 'Remove “Research”' }).click();
    await expect.poll(() => stored(page, 'taskTypes')).toEqual(['translation', 'data']);
    await expect(tasks.getByRole('combobox')).toBeVisible();
  });

  test('shows its whole list, for which the frame grows', async ({ page, host }) => {
    await openForm(page, host, 'What');
    const tasks = control(page, 'Task types');
    await tasks.getByRole('combobox').click();
    const list = await tasks.getByRole('listbox').boundingBox();
    expect(list).not.toBeNull();
    await expect
      .poll(async () => {
        const frame = await page.locator('iframe[title="Task types"]').boundingBox();
        return frame && list && frame.y + frame.height >= list.y + list.height;
      })
      .toBe(true);
  });

  test('shows what it doesn’t know, and keeps it until it is removed', async ({ page, host }) => {
    await openForm(page, host, 'What', { values: shared({ taskTypes: ['nonsense'] }) });
    const tasks = control(page, 'Task types');
    await expect(tasks.getByText('is “nonsense”, which is none of the known values.')).toBeVisible();
    await tasks.getByRole('combobox').fill('data');
    await tasks.getByRole('option', { name: 'Data', exact: true }).click();
    await expect.poll(() => stored(page, 'taskTypes')).toEqual(['nonsense', 'data']);
    await tasks.getByRole('button', { name: 'Remove “nonsense”' }).click();
    await expect.poll(() => stored(page, 'taskTypes')).toEqual(['data']);
    await expect(tasks.locator('.is-fault')).toHaveCount(0);
  });
});

test.describe('a single choice', () => {
  test('of a time zone is found by its city', async ({ page, host }) => {
    await openForm(page, host, 'When', { values: shared({ closesZone: 'Dakar' }) });
    const zone = control(page, 'Closes: time zone');
    const box = zone.getByRole('combobox');
    await expect(box).toHaveValue('Dakar');
    await box.fill('dakar');
    await box.press('Enter');
    await expect(box).toHaveValue('Dakar, Senegal – Greenwich Mean Time');
    await expect.poll(() => stored(page, 'closesZone')).toBe('Africa/Dakar');
    await box.fill('');
    await box.blur();
    await expect.poll(() => stored(page, 'closesZone')).toBeUndefined();
    // The editor's own is offered first.
    await box.click();
    await expect(zone.getByRole('option').first()).toHaveText(/^Paris/);
    await zone.getByRole('option').first().click();
    await expect.poll(() => stored(page, 'closesZone')).toBe('Europe/Paris');
  });
});
