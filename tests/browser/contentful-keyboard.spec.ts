/**
 * Contentful's form by keyboard alone: a whole opportunity in three languages is written, with languages, skills, hours
 * and a closing day, and its organization gets a picture. Each change is stored as it is made, as Contentful does.
 */
import { expect, type Locator, type Page } from '@playwright/test';
import { buildHostForm } from '../../scripts/local/app-host/host-form';
import { control, formShown, stored } from './contentful-form';
import { isAppInstalled, sidebar, test } from './contentful-host';
import { Keyboard } from './keyboard';

// Its packages can be missing only on a machine without a network.
// A machine where the app's packages couldn't be installed tests all else.
test.skip(!isAppInstalled, 'The packages of the app are missing.');

const texts = [
  ['English', 'Sort forty seed letters', 'Forty letters about seeds, sorted by village.'],
  ['Français', 'Trier quarante lettres', 'Quarante lettres sur les semences, triées par village.'],
  ['Español', 'Ordenar cuarenta cartas', 'Cuarenta cartas sobre semillas, ordenadas por aldea.'],
] as const;

const richTexts = [
  'What the volunteer will do',
  'What the volunteer will deliver',
  'Why it matters',
  'Who is needed',
];

/** Goes to an option of a list and chooses it by the first letters of its name. */
async function pick(keyboard: Keyboard, list: Locator, name: string): Promise<void> {
  await keyboard.type(list, name);
  await expect(list.locator('option:checked')).toHaveText(name);
}

/** Types into the search of a long list, and chooses what is found first. */
async function find(keyboard: Keyboard, page: Page, title: string, words: string): Promise<void> {
  await keyboard.type(control(page, title).getByLabel('Search the list'), words);
  await page.keyboard.press('Enter');
}

test('an opportunity in three languages is written by keyboard', async ({ page, host }) => {
  await page.goto(host.show(buildHostForm({ type: 'opportunity' })));
  await formShown(page);
  await sidebar(page).locator('.findings').first().waitFor();
  const keyboard = new Keyboard(page);
  const openTab = (name: string) => keyboard.press(page.getByRole('button', { name, exact: true }));
  const box = (name: string) => page.getByLabel(name, { exact: true });

  for (const [language, title] of texts) await keyboard.type(box(`Title | ${language}`), title);
  for (const name of ['Summary', ...richTexts])
    for (const [language, , summary] of texts) await keyboard.type(box(`${name} | ${language}`), summary);
  await find(keyboard, page, 'Task types', 'writing');

  await openTab('Who');
  await keyboard.press(page.getByRole('button', { name: 'Organization: add' }));
  await keyboard.press(page.getByRole('button', { name: 'Organization: first' }));
  await find(keyboard, page, 'Skills', 'proofreading');
  await pick(keyboard, control(page, 'Skills').getByLabel('How well'), 'Solid experience');
  await find(keyboard, page, 'Languages of work', 'english');
  await pick(keyboard, control(page, 'Languages of work').getByLabel('How well'), 'Good');

  await openTab('When');
  await keyboard.type(box('Hours a week: at least'), '2');
  await keyboard.type(box('Hours a week: at most'), '4');
  await keyboard.tabTo(control(page, 'Length: kind').getByLabel('One-off'));
  await page.keyboard.press('Space');
  // The order of day and month is the browser’s.
  await keyboard.type(box('Closes: last day'), '03032031');
  await find(keyboard, page, 'Closes: time zone', 'dakar');

  await openTab('Editorial');
  await pick(keyboard, control(page, 'Status').getByRole('combobox'), 'Open');

  await expect(sidebar(page).getByText('Nothing to fix')).toBeVisible();
  const expected = {
    taskTypes: ['writing'],
    organization: { sys: { type: 'Link', linkType: 'Entry', id: 'linked' } },
    skills: [{ skill: 'proofreading', level: 'solid' }],
    languages: [{ language: 'en', level: 'good', need: 'required' }],
    hoursMin: 2,
    hoursMax: 4,
    lengthKind: 'one-off',
    closesDate: '2031-03-03',
    closesZone: 'Africa/Dakar',
    status: 'open',
  };
  for (const [name, value] of Object.entries(expected))
    await expect.poll(() => stored(page, name)).toEqual(value);
  for (const [code, index] of [
    ['en-US', 0],
    ['fr', 1],
    ['es', 2],
  ] as const) {
    const [, title, summary] = texts[index];
    expect(await stored(page, 'title', code)).toBe(title);
    for (const name of ['summary', 'task', 'deliverable', 'impact', 'requirements'])
      expect(await stored(page, name, code)).toBe(summary);
  }
});

test('its organization gets a picture by keyboard', async ({ page, host }) => {
  await page.goto(host.show(buildHostForm({ type: 'organization' })));
  await formShown(page);
  const keyboard = new Keyboard(page);
  await keyboard.press(page.getByRole('button', { name: 'Logo: add' }));
  await keyboard.press(page.getByRole('button', { name: 'Logo: first' }));
  await expect
    .poll(() => stored(page, 'logo'))
    .toEqual({ sys: { type: 'Link', linkType: 'Asset', id: 'linked' } });
});
