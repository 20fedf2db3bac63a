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

test('the first page of a visit shows the typeface on an ordinary mobile line, and nothing moves', async ({
  page,
}) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const speed = 1_600_000 / 8;
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: speed,
    uploadThroughput: speed,
  });
  await page.goto('/en/', { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready);
  const [shown, moved] = await page.evaluate(() => {
    const widthIn = (family: string) => {
      const words = document.createElement('span');
      words.textContent = 'Write, translate, teach';
      words.style.cssText = `position: absolute; font: 40px ${family}`;
      document.body.append(words);
      return words.offsetWidth;
    };
    const entries = performance.getEntriesByType('layout-shift');
    return [
      widthIn("'Atkinson Hyperlegible Next Variable', monospace") !== widthIn('monospace'),
      entries.length,
    ];
  });
  expect([shown, moved]).toEqual([true, 0]);
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
