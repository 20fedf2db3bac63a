/** The app as a whole in Contentful: its languages, its accessibility. */
import { expect, type Locator } from '@playwright/test';
import { locales } from '../../src/i18n/locales';
import { control, controlFaults, frameFaults } from './contentful-form';
import { french, openForm, shared, sidebar, test } from './contentful-test';

for (const locale of locales) {
  test(`every part of it is accessible (${locale})`, async ({ page, host }) => {
    const values = shared({ taskTypes: ['translation', 'x'], languages: [french], closesZone: 'UTC' });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).host));
    // The tabs differ in their fields alone, not in the kinds of controls.
    const tabs = locale === 'en' ? ['What', 'Who', 'When', 'Apply', 'Editorial'] : ['Who'];
    for (const tab of tabs) {
      await openForm(page, host, tab, { uiLanguage: locale, values });
      await page.frameLocator('iframe[title=Sidebar]').locator('.findings').first().waitFor();
      for (const frame of page.frames().slice(1)) {
        if (!(await (await frame.frameElement()).isVisible())) continue;
        await frame.locator('main').waitFor();
        expect(await frameFaults(frame)).toEqual([]);
      }
    }
    // Nothing is asked of other hosts.
    expect([...new Set(asked)]).toHaveLength(1);
  });
}

test('tells what to do where its files aren’t loaded, and loads them when asked', async ({ page, host }) => {
  await page.route('**/app/es.json', (route) => route.abort());
  await openForm(page, host, 'Who', { uiLanguage: 'es' });
  const skills = control(page, 'Skills');
  await expect(skills.getByText('Esta parte no se pudo cargar.')).toBeVisible();
  // The frame has grown to show all of it.
  const button = skills.getByRole('button', { name: 'Intentar de nuevo' });
  const frame = page.locator('iframe[title="Skills"]');
  const bottomOf = async (part: Locator) => {
    const box = await part.boundingBox();
    return box ? box.y + box.height : 0;
  };
  await expect.poll(async () => (await bottomOf(frame)) >= (await bottomOf(button))).toBe(true);
  expect(await controlFaults(page, 'Skills')).toEqual([]);
  await page.unroute('**/app/es.json');
  await button.click();
  await expect(skills.getByRole('button', { name: 'Agregar: Habilidad' })).toBeVisible();

  // Another language that isn't loaded leaves the one that is there.
  await page.route('**/app/fr.json', (route) => route.fulfill({ status: 503, body: 'no' }));
  await page.reload();
  await sidebar(page).getByLabel('Idioma de la página').selectOption('fr');
  await expect(sidebar(page).getByRole('alert')).toHaveText(/No se pudieron cargar los textos \(Français\)/);
  await expect(sidebar(page).getByRole('region', { name: 'Publicación' })).toBeVisible();
});

test('the keyboard reaches every control, shows where it is, and leaves each frame again', async ({
  page,
  host,
}) => {
  await openForm(page, host, 'Who', { values: shared({ languages: [french], closesZone: 'UTC' }) });
  await sidebar(page).locator('.findings').first().waitFor();
  await page.getByRole('button', { name: 'What', exact: true }).focus();
  const reached = new Set<string>();
  const hidden: string[] = [];
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press('Tab');
    const title = await page.evaluate(() => document.activeElement?.getAttribute('title') ?? '');
    if (title === '') {
      if (reached.has('Sidebar')) break;
      continue;
    }
    reached.add(title);
    const focused = page.frameLocator(`iframe[title="${title}"]`).locator(':focus');
    const outline = await focused.evaluate((element) => getComputedStyle(element).outlineStyle);
    if (outline === 'none') hidden.push(await focused.evaluate(({ outerHTML }) => outerHTML));
  }
  expect([...reached]).toEqual([
    'Skills',
    'Countries that benefit',
    'Regions that benefit',
    'Especially for people from',
    'Languages of work',
    'What applies',
    'Device needed',
    'Connection needed',
    'Sidebar',
  ]);
  expect(hidden).toEqual([]);
});

test('changes are announced to people who can’t see them', async ({ page, host }) => {
  await openForm(page, host, 'Who', { values: shared({ countries: ['SN', 'NP'] }) });
  const countries = control(page, 'Countries that benefit');
  const search = countries.getByRole('combobox');
  await search.fill('mali');
  await expect(countries.getByRole('status').filter({ hasText: 'Found: ' })).toBeAttached();
  await search.press('Enter');
  await expect(countries.getByRole('status').filter({ hasText: 'Chosen: Mali' })).toBeAttached();
  await countries.getByRole('button', { name: 'Move “Nepal” up' }).press('Enter');
  await expect(countries.getByText('“Nepal”: place 1 of 3')).toBeAttached();
  await countries.getByRole('button', { name: 'Remove “Mali”' }).press('Enter');
  await expect(countries.getByRole('status').filter({ hasText: 'Removed: Mali' })).toBeAttached();
});
