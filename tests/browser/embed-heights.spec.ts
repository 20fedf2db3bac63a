/** Frames on other sites are as high as what they show, at every usual width and in narrow and wide typefaces. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Frame, type Page } from '@playwright/test';
import { locales, type Locale } from '../../src/i18n/locales';
import { pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { readBuiltPages } from '../../scripts/built-site/read-pages';
import { siteDir, siteUrl } from '../../scripts/test/ports';
import { openWith } from './sample';

const widths = [280, 320, 360, 600, 720] as const;

/** The mean widths of a letter (em), normal and bold, in Roboto, Inter, Open Sans and DejaVu Sans. */
const typefaces = [
  [0.453, 0.459],
  [0.487, 0.499],
  [0.477, 0.511],
  [0.518, 0.585],
] as const;

/** A frame that is so much higher than its content would look like a mistake: it is fitted to the widest typeface. */
const isMuchHigher = (shown: number, needed: number) => shown > Math.max(needed * 1.5, needed + 180);

const pages = readBuiltPages(siteDir);
const picker = (locale: Locale) => pathOf(locale, { to: 'section', section: 'embeds' });

/** How high a frame is and how high its content, with letters as wide as in a typeface. */
const heightsIn = (frame: Frame, typeface: (typeof typefaces)[number]) =>
  frame.evaluate(([normal, bold]) => {
    for (const [weight, wanted, elements] of [
      [400, normal, 'body'],
      [700, bold, 'h1, h2, strong, .on'],
    ] as const) {
      const probe = document.createElement('span');
      probe.textContent = 'the quick brown fox jumps over the lazy dog';
      probe.style.cssText = `position:absolute;white-space:nowrap;letter-spacing:0;font-size:100px;font-weight:${weight}`;
      document.body.append(probe);
      const own = probe.getBoundingClientRect().width / 100 / probe.textContent.length;
      probe.remove();
      for (const element of document.querySelectorAll<HTMLElement>(elements))
        element.style.letterSpacing = `${wanted - own}em`;
    }
    document.body.style.minBlockSize = '0';
    const needed = Math.ceil(document.body.getBoundingClientRect().height);
    document.body.style.minBlockSize = '';
    return { shown: innerHeight, needed };
  }, typeface);

/** Returns where frames are too low or much too high on a page of another origin. */
async function heightFaults(page: Page, codes: readonly string[]): Promise<string[]> {
  const html = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Another site</title><body style="margin:0">${codes.join('')}`;
  const server = createServer((_request, response) => {
    response
      .setHeader('Content-Type', 'text/html; charset=utf-8')
      .end(html.replaceAll(' loading="lazy"', ''));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const faults: string[] = [];
  try {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const frames = page.frames().slice(1);
    expect(frames).toHaveLength(codes.length);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      for (const frame of frames)
        for (const typeface of typefaces) {
          const { shown, needed } = await heightsIn(frame, typeface);
          if (needed > shown || isMuchHigher(shown, needed))
            faults.push(
              `${new URL(frame.url()).pathname} at ${width} × ${typeface[0]} em: ${shown} for ${needed}`,
            );
        }
    }
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  return faults;
}

const codeOn = async (page: Page, id: string) => (await page.locator(id).innerText()).trim();

test('the code that pages have fits without a browser having measured it', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const codes: string[] = [];
  for (const { path, html } of pages) {
    const id = html.includes('id="share-embed"') ? '#share-embed' : '#embed-code';
    if (!html.includes(`id="${id.slice(1)}"`)) continue;
    await page.goto(siteUrl + path);
    codes.push(await codeOn(page, id));
  }
  await context.close();
  expect(codes.length).toBeGreaterThan(12);
  const script = await browser.newPage();
  expect(await heightFaults(script, codes)).toEqual([]);
  await script.close();
});

for (const locale of locales) {
  test(`the picker measures what it shows, shows it whole, and says so in the code (${locale})`, async ({
    page,
  }) => {
    const t = translator(locale);
    const organizations = pathOf(locale, { to: 'section', section: 'organizations' });
    const chosen = [
      ...openWith(locale, {}).slice(0, 3),
      ...pages
        .filter(({ path }) => path.startsWith(organizations) && path.split('/').length === 5)
        .slice(0, 2),
    ].map(({ path }) => path);
    const codes: string[] = [];
    await page.goto(picker(locale));
    let before = await codeOn(page, '#embed-code');
    for (const path of chosen) {
      await page.getByLabel(t('embed.pick.address')).fill(path);
      await page.getByRole('button', { name: t('embed.pick.show') }).click();
      await expect(page.locator('#embed-code')).not.toHaveText(before);
      before = await codeOn(page, '#embed-code');
      codes.push(before);
      await expect(
        page.frameLocator('.embed-frame').locator('h1, h2').filter({ visible: true }).first(),
      ).toBeVisible();
      const [shown, needed] = await page
        .frameLocator('.embed-frame')
        .locator('html')
        .evaluate((html) => [innerHeight, html.scrollHeight]);
      expect(needed, path).toBeLessThanOrEqual(shown ?? 0);
    }
    expect(new Set(codes).size).toBe(5);
    expect(await heightFaults(page, codes)).toEqual([]);
  });
}
