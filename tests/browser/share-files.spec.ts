/** The picture and the code of an opportunity or an organization, which the browser draws on request. */
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import jsQR from 'jsqr';
import sharp from 'sharp';
import type { Locale } from '../../src/i18n/locales';
import { translator, type Translate } from '../../src/i18n/translate';
import { siteUrl } from '../../scripts/test/ports';
import { axeFaults } from './axe';
import { pathTo } from './site-pages';

/** The pages, and what a picture shows above the title. */
const kinds = [
  { template: 'open opportunity', above: (page: Page) => page.locator('.for a').innerText() },
  {
    template: 'organization with a logo',
    above: (_page: Page, t: Translate) => Promise.resolve(t('share.picture.opportunity')),
  },
] as const;
const pathIn = (locale: Locale, template: string = kinds[0].template) => pathTo(template, locale);

const groupOf = (page: Page, t: Translate) => page.getByRole('group', { name: t('share.files') });

/** Opens what is folded away on an opportunity; on an organization nothing is. */
async function openFold(page: Page, t: Translate): Promise<void> {
  const fold = page.getByText(t('share.more'), { exact: true });
  if ((await fold.count()) > 0) await fold.click();
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

for (const { template, above } of kinds) {
  const t = translator('fr');
  const path = pathIn('fr', template);

  test(`picture and code of an ${template} are drawn on request, by keyboard, and lead to the page`, async ({
    page,
  }) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(path);
    await openFold(page, t);
    const button = page.getByRole('button', { name: t('share.files') });
    await expect(button).toBeVisible();
    const drawing = () => requests.filter((url) => url.includes('page-files'));
    expect(drawing()).toEqual([]);

    await button.focus();
    await page.keyboard.press('Enter');
    const group = groupOf(page, t);
    await expect(group).toBeFocused();
    expect(drawing().length).toBeGreaterThan(0);
    const alt = (await group.getByRole('img').getAttribute('alt')) ?? '';
    expect(alt).toContain(await page.locator('h1').innerText());
    expect(alt).toContain(await above(page, t));
    expect(alt).toContain(siteUrl + path);
    await page.keyboard.press('Tab');
    await expect(group.getByRole('link', { name: /PNG/ })).toBeFocused();
    expect(await axeFaults(page, { within: '.share, .share-kit' })).toEqual([]);

    const slug = path.split('/').at(-2) ?? '';
    const picture = await download(page, /PNG/);
    expect(picture.name).toBe(`${slug}.png`);
    const { format, width, height } = await sharp(picture.file).metadata();
    expect(`${format} ${width}x${height}`).toBe('png 1080x1080');
    expect(await readCode(picture.file, 1080)).toBe(siteUrl + path);
    const code = await download(page, /SVG/);
    expect(code.name).toBe(`${slug}-qr.svg`);
    expect(await readCode(code.file, 400)).toBe(siteUrl + path);
    expect(errors).toEqual([]);
  });
}

for (const [what, title] of [
  ['long', 'Translate the letters of a whole village into plain words '.repeat(8)],
  ['in Arabic', 'ترجمة رسائل القرية (2026) إلى كلمات بسيطة'],
] as const) {
  for (const { template } of kinds) {
    test(`nothing of a title that is ${what} leaves the picture of an ${template} or covers its code`, async ({
      page,
    }) => {
      const path = pathIn('en', template);
      await page.goto(path);
      await page.locator('h1').evaluate((heading, text) => (heading.textContent = text), title);
      await askForFiles(page, translator('en'));
      const src = (await page.locator('[download$=".png"]').getAttribute('href')) ?? '';
      const file = Buffer.from(src.split(',').at(1) ?? '', 'base64');
      expect(await readCode(file, 1080)).toBe(siteUrl + path);
      // Both edges below the band stay white.
      for (const left of [0, 1080 - 60]) {
        // Statistics are of a whole file.
        const edge = await sharp(file).extract({ left, top: 110, width: 60, height: 960 }).toBuffer();
        const { channels } = await sharp(edge).stats();
        expect(Math.min(...channels.slice(0, 3).map(({ min }) => min)), what).toBe(255);
      }
    });
  }
}

test('a script that doesn’t come is told, and nothing else breaks', async ({ page }) => {
  const t = translator('en');
  await page.route(/page-files/, (route) => route.abort());
  await page.goto(pathIn('en'));
  await openFold(page, t);
  await page.getByRole('button', { name: t('share.files') }).click();
  await expect(page.getByRole('button', { name: t('share.files.failed') })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: t('share.files.failed') })).toBeAttached();
});

test('without JavaScript an organization has its picture for links and its flyer', async ({
  browser,
  request,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const path = pathIn('es', 'organization with a logo');
  await page.goto(siteUrl + path);
  const links = page.locator('.share-files a');
  await expect(links).toHaveCount(2);
  const [picture = '', flyer = ''] = await links.evaluateAll((all) =>
    all.map((link) => link.getAttribute('href') ?? ''),
  );
  expect(await readCode(await (await request.get(picture)).body(), 1200)).toBe(siteUrl + path);
  expect(flyer).toMatch(/-a5-colour-.*\.pdf$/);
  expect((await request.get(flyer)).ok()).toBe(true);
  await context.close();
});
