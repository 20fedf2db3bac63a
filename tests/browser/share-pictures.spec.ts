/** The pictures and codes of the built site: there, as large as they say, and read back. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { locales, type Locale } from '../../src/i18n/locales';
import { translator } from '../../src/i18n/translate';
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

/** The code in a picture of the built site, or in a drawing. */
async function readCode(file: string): Promise<string> {
  const image = sharp(readFileSync(file)).flatten({ background: '#fff' });
  const { data, info } = await image.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data ?? '';
}

const kits = pages.filter(({ html }) => html.includes('class="share-files"'));
const isCampaign = ({ html }: (typeof kits)[number]) => html.includes('/campaign-');
const sharesOf = (html: string) => [
  ...new Set([...html.matchAll(/href="(\/share\/[^"]+\.(?:png|svg))"/g)].map(([, href = '']) => href)),
];

test('every code and every picture of a kit leads to its page by the same address', async ({ request }) => {
  expect(kits.length).toBeGreaterThan(50);
  // Each campaign, and an organization of each language.
  const organizations = kits.filter((kit) => !isCampaign(kit));
  const read = [
    ...kits.filter(isCampaign),
    ...locales.flatMap((locale) => organizations.find((kit) => kit.path.startsWith(`/${locale}/`)) ?? []),
  ];
  expect(read.length).toBeGreaterThan(12);
  for (const { path: own, html } of read) {
    const codes = await Promise.all(sharesOf(html).map((href) => readCode(fileOf(href))));
    // Three pictures and the code in two formats; an organization draws all but one picture on request.
    expect(codes.length, own).toBe(isCampaign({ path: own, html }) ? 5 : 1);
    const [code = ''] = codes;
    expect(new Set(codes), own).toEqual(new Set([code]));
    // Reading pictures may take longer than the server keeps a connection that is idle.
    const answer = await request.get(code, { maxRetries: 1 });
    expect(answer.ok(), code).toBe(true);
    if (code !== siteUrl + own) expect(await answer.text(), code).toContain(own);
  }
});

test('the kit of a campaign shows small pictures of what it offers', async ({ page }) => {
  const campaigns = kits.filter(isCampaign);
  for (const { path: own } of [campaigns[0], campaigns.at(-1)].flatMap((kit) => (kit ? [kit] : []))) {
    await page.goto(own);
    const thumbnails = page.locator('.share-files img');
    await expect(thumbnails).not.toHaveCount(0);
    for (const thumbnail of await thumbnails.all()) {
      await thumbnail.scrollIntoViewIfNeeded();
      await expect
        .poll(() => thumbnail.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth))
        .toBe(144);
      const file = (await thumbnail.getAttribute('src')) ?? '';
      expect(readFileSync(fileOf(file)).length, file).toBeLessThan(10_000);
    }
  }
});

test('a campaign that has ended asks for no help where it is passed on', () => {
  const ended = kits.filter(({ path: own }) =>
    /before-the-storm|avant-la-tempete|antes-de-la-tormenta/.test(own),
  );
  expect(ended).toHaveLength(locales.length);
  for (const { path: own, html } of ended) {
    const t = translator(own.slice(1, 3) as Locale);
    const [start = ''] = t('share.ended', { day: '|' }).split('|');
    expect(property(html, 'og:description'), own).toContain(start);
    expect(property(html, 'og:image:alt'), own).toContain(t('share.ended.action'));
    expect(new RegExp('id="share-short"[^>]*>([^<]*)').exec(html)?.[1], own).toContain(start);
  }
});

test('a campaign offers its pictures in three formats to take along', async ({ page, request }) => {
  const campaign = kits.find(isCampaign);
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
