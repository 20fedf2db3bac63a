import { expect, test, type Page } from '@playwright/test';

/** Opens the home page on a line of that kind; says which fonts were asked for, and which family the text has. */
async function open(page: Page, connection: { saveData: boolean; effectiveType: string }) {
  const fonts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'font') fonts.push(request.url());
  });
  await page.addInitScript((value) => {
    Object.defineProperty(Navigator.prototype, 'connection', { get: () => value });
  }, connection);
  await page.goto('/en/', { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready);
  const family = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
  return { fonts, family };
}

test('the typeface is fetched once on a good line', async ({ page }) => {
  const { fonts, family } = await open(page, { saveData: false, effectiveType: '4g' });
  expect(fonts).toHaveLength(1);
  expect(family).toContain('Atkinson');
});

for (const connection of [
  { saveData: true, effectiveType: '4g' },
  { saveData: false, effectiveType: '2g' },
]) {
  test(`no typeface is fetched with ${JSON.stringify(connection)}`, async ({ page }) => {
    const { fonts, family } = await open(page, connection);
    expect(fonts).toEqual([]);
    expect(family).not.toContain('Atkinson');
  });
}
