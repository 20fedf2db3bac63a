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

for (const [connection, count] of [
  [{ saveData: false, effectiveType: '4g' }, 1],
  [{ saveData: true, effectiveType: '4g' }, 0],
  [{ saveData: false, effectiveType: '2g' }, 0],
] as const)
  test(`the typeface is fetched ${count} times with ${JSON.stringify(connection)}`, async ({ page }) => {
    const { fonts, family } = await open(page, connection);
    expect(fonts).toHaveLength(count);
    expect(family.includes('Atkinson')).toBe(count > 0);
  });
