/** The pictures and codes of the built site: there, as large as they say, and read back. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { locales } from '../../src/i18n/locales';
import { readBuiltPages } from '../../scripts/built-site/read-pages';
import { siteDir, siteUrl } from '../../scripts/test/ports';

const pages = readBuiltPages(siteDir).filter(({ html }) => html.includes('property="og:image"'));

const property = (html: string, name: string) =>
  new RegExp(`<meta property="${name}" content="([^"]*)"`).exec(html)?.[1] ?? '';

const fileOf = (url: string) => path.join(siteDir, new URL(url, siteUrl).pathname);

test('every page names a picture that is there, with its size and what it shows', async () => {
  expect(pages.length).toBeGreaterThan(900);
  const sizes = new Map<string, string>();
  for (const { path: own, html } of pages) {
    const url = property(html, 'og:image');
    expect(url.startsWith(`${siteUrl}/share/`), own).toBe(true);
    expect(property(html, 'og:image:alt').length, own).toBeGreaterThan(20);
    if (!sizes.has(url)) {
      const { format, width, height } = await sharp(fileOf(url)).metadata();
      sizes.set(url, `${format} ${width}x${height}`);
    }
    const said = `png ${property(html, 'og:image:width')}x${property(html, 'og:image:height')}`;
    expect(sizes.get(url), own).toBe(said);
  }
  expect(new Set(sizes.values())).toEqual(new Set(['png 1200x630']));
});

test('opportunities share one picture per task type and language', () => {
  const found = pages.flatMap(({ html }) => {
    const url = property(html, 'og:image');
    return url.includes('/task-') ? [url] : [];
  });
  expect(found.length).toBeGreaterThan(140);
  expect(new Set(found).size).toBeLessThanOrEqual(12 * locales.length);
});

test('a campaign’s code leads to its page by the address printed beneath, as drawing and as picture', async ({
  page,
}) => {
  for (const locale of locales) {
    const campaigns = pages.filter(
      ({ path: own, html }) => own.startsWith(`/${locale}/`) && html.includes('class="share-qr"'),
    );
    expect(campaigns.length).toBeGreaterThan(3);
    for (const { path: own, html } of campaigns) {
      const [svg, png] = [...html.matchAll(/href="(\/share\/[^"]*-qr-[^"]+)"/g)].map(([, href = '']) => href);
      const codes = await Promise.all(
        [svg, png].map(async (href) => {
          const image = sharp(readFileSync(fileOf(href ?? ''))).resize({ width: 400 });
          const { data, info } = await image.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
          return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data ?? '';
        }),
      );
      expect(codes[0]).toBe(codes[1]);
      expect(codes[0]?.startsWith(`${siteUrl}/${locale}/c/`)).toBe(true);
      await page.goto(codes[0] ?? '');
      await expect(page).toHaveURL(own);
    }
  }
});

test('a campaign offers its pictures in three formats to take along', async ({ page, request }) => {
  const campaign = pages.find(({ html }) => html.includes('class="share-qr"'));
  await page.goto(campaign?.path ?? '');
  const links = page.locator('.share-files a[href$=".png"]:not([href*="-qr-"])');
  await expect(links).toHaveCount(3);
  const sizes = await Promise.all(
    (await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''))).map(
      async (href) => {
        const { width, height } = await sharp(await (await request.get(href)).body()).metadata();
        return `${width}x${height}`;
      },
    ),
  );
  expect(sizes).toEqual(['1200x630', '1080x1080', '1080x1920']);
});
