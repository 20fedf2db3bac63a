/** Choices in Contentful’s form: lists of them, and single ones. */
import { expect } from '@playwright/test';
import { chosen, control, openTab, stored } from './contentful-form';
import { openForm, shared, test } from './contentful-host';

test.describe('a list of choices', () => {
  test(
    'is filled by the keyboard alone: typed, chosen with Enter, moved and removed',
    { tag: '@core' },
    async ({ page, host }) => {
      await openForm(page, host, 'Who');
      const countries = control(page, 'Countries that benefit');
      await countries.getByLabel('Search the list').focus();
      await page.keyboard.type('sene');
      await page.keyboard.press('Enter');
      await page.keyboard.type('nep');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Space');
      await expect(chosen(countries)).toHaveText(['Senegal', 'Nepal']);
      await countries.getByRole('button', { name: 'Move “Nepal” up' }).focus();
      await page.keyboard.press('Enter');
      await expect(chosen(countries)).toHaveText(['Nepal', 'Senegal']);
      // The button that went up is at the top now: the other one has the focus.
      await expect(countries.getByRole('button', { name: 'Move “Nepal” down' })).toBeFocused();
      await expect.poll(() => stored(page, 'countries')).toEqual(['NP', 'SN']);
      await countries.getByRole('button', { name: 'Remove “Nepal”' }).press('Enter');
      await expect(countries.getByRole('button', { name: 'Remove “Senegal”' })).toBeFocused();
      await expect.poll(() => stored(page, 'countries')).toEqual(['SN']);
    },
  );

  test('is filled with the mouse, and takes no more than the model allows', async ({ page, host }) => {
    await openForm(page, host, 'What');
    const tasks = control(page, 'Task types');
    for (const name of ['Translation', 'Research', 'Data'])
      await tasks.getByRole('option', { name, exact: true }).click();
    await expect(tasks.getByText('At most 3: to add another, remove one first.')).toBeVisible();
    // A person can press it all the same.
    await tasks.getByRole('option', { name: 'Web and IT' }).click({ force: true });
    await expect.poll(() => stored(page, 'taskTypes')).toEqual(['translation', 'research', 'data']);
    await tasks.getByRole('option', { name: 'Research' }).click();
    await expect.poll(() => stored(page, 'taskTypes')).toEqual(['translation', 'data']);
  });

  test('shows what it doesn’t know, and keeps it until it is removed', async ({ page, host }) => {
    await openForm(page, host, 'What', { values: shared({ taskTypes: ['nonsense'] }) });
    const tasks = control(page, 'Task types');
    await expect(tasks.getByText('“nonsense” isn’t one of the choices.')).toBeVisible();
    await tasks.getByRole('option', { name: 'Data', exact: true }).click();
    await expect.poll(() => stored(page, 'taskTypes')).toEqual(['nonsense', 'data']);
    await tasks.getByRole('button', { name: 'Remove “nonsense”' }).click();
    await expect.poll(() => stored(page, 'taskTypes')).toEqual(['data']);
    await expect(tasks.locator('.problems li')).toHaveCount(0);
  });
});

test.describe('a single choice', () => {
  test('of a time zone is found by its city', async ({ page, host }) => {
    await openForm(page, host, 'When', { values: shared({ closesZone: 'Dakar' }) });
    const zone = control(page, 'Closes: time zone');
    await expect(
      zone.getByText('“Dakar” isn’t one of the choices. It stays until you change it.'),
    ).toBeVisible();
    await zone.getByLabel('Search the list').focus();
    await page.keyboard.type('dakar');
    await page.keyboard.press('Enter');
    await expect(zone.locator('strong').last()).toHaveText('Dakar – Greenwich Mean Time');
    await expect.poll(() => stored(page, 'closesZone')).toBe('Africa/Dakar');
    await zone.getByRole('button', { name: 'Clear' }).click();
    await expect.poll(() => stored(page, 'closesZone')).toBeUndefined();
    // The editor's own is offered.
    await zone.getByRole('button', { name: /^Paris/ }).click();
    await expect.poll(() => stored(page, 'closesZone')).toBe('Europe/Paris');
  });

  test('of a few is one click, of many a list', async ({ page, host }) => {
    await openForm(page, host, 'When');
    await control(page, 'Length: kind').getByLabel('A set time, in weeks').check();
    await expect.poll(() => stored(page, 'lengthKind')).toBe('weeks');
    await openTab(page, 'Editorial');
    await control(page, 'Status').getByRole('combobox').selectOption('In review');
    await expect.poll(() => stored(page, 'status')).toBe('review');
  });
});
