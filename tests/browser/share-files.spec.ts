/** The picture and the code of an opportunity, which the browser draws on request. */
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { locales } from '../../src/i18n/locales';
import { translator, type Translate } from '../../src/i18n/translate';
import { readBuiltPages } from '../../scripts/built-site/read-pages';
import { siteDir, siteUrl } from '../../scripts/test/ports';
import { findTemplatePages } from '../../scripts/built-site/tested-pages';
import { axeFaults } from './axe';

const templates = findTemplatePages(readBuiltPages(siteDir));
const pathIn = (locale: string) =>
  templates.find((one) => one.template === 'open opportunity' && one.locale === locale)?.path ?? '';

const groupOf = (page: Page, t: Translate) => page.getByRole('group', { name: t('share.files') });

async function openFold(page: Page, t: Translate): Promise<void> {
  await page.getByText(t('share.more'), { exact: true }).click();
}

async function askForFiles(page: Page, t: Translate): Promise<void> {
  await openFold(page, t);
  await page.getByRole('button', { name: t('share.files') }).click();
  await expect(groupOf(page, t).getByRole('img')).toBeVisible();
}

/** Presses a link and returns what it saves, with its name. */
async function download(page: Page, label: RegExp): Promise<{ name: string; file: Buffer }> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: label }).click();
  const saved = await waiting;
  return { name: saved.suggestedFilename(), file: readFileSync(await saved.path()) };
}

async function readCode(file: Buffer, width: number): Promise<string | undefined> {
  const image = sharp(file).flatten({ background: '#fff' }).resize({ width }).ensureAlpha();
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

for (const locale of locales) {
  const t = translator(locale);

  test(`picture and code are drawn on request, by keyboard, and lead to the page (${locale})`, async ({
    page,
  }) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(pathIn(locale));
    await openFold(page, t);
    const button = page.getByRole('button', { name: t('share.files') });
    await expect(button).toBeVisible();
    const drawing = () => requests.filter((url) => url.includes('opportunity-files'));
    expect(drawing()).toEqual([]);

    await button.focus();
    await page.keyboard.press('Enter');
    const group = groupOf(page, t);
    await expect(group).toBeFocused();
    expect(drawing().length).toBeGreaterThan(0);
    const alt = (await group.getByRole('img').getAttribute('alt')) ?? '';
    expect(alt).toContain(await page.locator('h1').innerText());
    expect(alt).toContain(await page.locator('.for a').innerText());
    expect(alt).toContain(siteUrl + pathIn(locale));
    await page.keyboard.press('Tab');
    await expect(group.getByRole('link', { name: /PNG/ })).toBeFocused();
    expect(await axeFaults(page, { within: '.share' })).toEqual([]);

    const slug = pathIn(locale).split('/').at(-2) ?? '';
    const picture = await download(page, /PNG/);
    expect(picture.name).toBe(`${slug}.png`);
    const { format, width, height } = await sharp(picture.file).metadata();
    expect(`${format} ${width}x${height}`).toBe('png 1080x1080');
    expect(await readCode(picture.file, 1080)).toBe(siteUrl + pathIn(locale));
    const code = await download(page, /SVG/);
    expect(code.name).toBe(`${slug}-qr.svg`);
    expect(await readCode(code.file, 400)).toBe(siteUrl + pathIn(locale));
    expect(errors).toEqual([]);
  });
}

/** The colour of the top of the picture's ground, beside all text. */
async function groundOf(page: Page): Promise<number[]> {
  const src = (await page.locator('[download$=".png"]').getAttribute('href')) ?? '';
  const file = Buffer.from(src.split(',').at(1) ?? '', 'base64');
  const { data } = await sharp(file)
    .extract({ left: 4, top: 600, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data];
}

test('the picture is light for those who prefer dark pages, too', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(pathIn('en'));
  await askForFiles(page, translator('en'));
  expect(await groundOf(page)).toEqual([255, 255, 255]);
});

for (const [what, title] of [
  ['short', 'Read'],
  ['of one long word', 'Donaudampfschifffahrtsgesellschaft'.repeat(3)],
  ['long', 'Translate the letters of a whole village into plain words '.repeat(8)],
  ['in Arabic', 'ترجمة رسائل القرية (2026) إلى كلمات بسيطة'],
  ['in Chinese', '把整个村庄的信件翻译成简单的文字'.repeat(3)],
] as const) {
  test(`nothing of a title that is ${what} leaves the picture or covers its code`, async ({ page }) => {
    await page.goto(pathIn('en'));
    await page.locator('h1').evaluate((heading, text) => (heading.textContent = text), title);
    await askForFiles(page, translator('en'));
    const src = (await page.locator('[download$=".png"]').getAttribute('href')) ?? '';
    const file = Buffer.from(src.split(',').at(1) ?? '', 'base64');
    expect(await readCode(file, 1080)).toBe(siteUrl + pathIn('en'));
    // Both edges below the band stay white.
    for (const left of [0, 1080 - 60]) {
      // Statistics are of a whole file.
      const edge = await sharp(file).extract({ left, top: 110, width: 60, height: 960 }).toBuffer();
      const { channels } = await sharp(edge).stats();
      expect(Math.min(...channels.slice(0, 3).map(({ min }) => min)), what).toBe(255);
    }
  });
}

test('a script that doesn’t come is told, and nothing else breaks', async ({ page }) => {
  const t = translator('en');
  await page.route(/opportunity-files/, (route) => route.abort());
  await page.goto(pathIn('en'));
  await openFold(page, t);
  await page.getByRole('button', { name: t('share.files') }).click();
  await expect(page.getByRole('button', { name: t('share.files.failed') })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: t('share.files.failed') })).toBeAttached();
});

test('without JavaScript there is no button', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(siteUrl + pathIn('en'));
  await openFold(page, translator('en'));
  await expect(page.locator('#share-address')).toBeVisible();
  await expect(page.locator('[data-draw]')).toBeHidden();
  await context.close();
});
