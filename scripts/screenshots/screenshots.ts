/** Takes pictures of every kind of page, for a review by eye. */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import sharp, { type OverlayOptions } from 'sharp';
import { locales, type Locale } from '@/i18n/locales';
import { readBuiltPages } from '../built-site/read-pages';
import { findTemplatePages, type TemplatePage } from '../built-site/tested-pages';
import { openBrowser } from '@bench/browser';
import { openBenchSite } from '@bench/pages/bench-site';

export const screenshotDir = '.local/screenshots';

interface ScreenshotOptions {
  /** Only kinds of pages whose name contains one of these; all if empty. */
  readonly templates: readonly string[];
  /** Only looks whose name contains one of these; all if empty. */
  readonly looks: readonly string[];
  readonly executablePath: string | undefined;
}

/** The window and the colours of a picture. */
interface Look {
  readonly name: string;
  /** The width of the window in CSS pixels. */
  readonly width: number;
  readonly colorScheme?: 'dark';
  /** The system's few colours instead of the site's. */
  readonly forcedColors?: 'active';
  readonly media?: 'print';
  readonly javaScriptEnabled?: false;
}

/** A phone, a tablet, a desktop window, and a large screen. */
const widths = [360, 768, 1280, 1920];

const looks: readonly Look[] = [
  ...widths.flatMap((width): Look[] => [
    { name: `${width}-light`, width },
    { name: `${width}-dark`, width, colorScheme: 'dark' },
  ]),
  { name: '360-forced', width: 360, colorScheme: 'dark', forcedColors: 'active' },
  { name: '360-no-script', width: 360, javaScriptEnabled: false },
  // A4 at 96 dots an inch, less the margins of src/styles/print.css
  { name: 'print', width: 658, media: 'print' },
];

const isChosen = (name: string, parts: readonly string[]): boolean =>
  parts.length === 0 || parts.some((part) => name.includes(part));

/** `'opportunities, page 2' -> 'opportunities-page-2'` */
const templateFileName = (template: string): string =>
  template.replaceAll(/[^a-z0-9]+/gi, '-').replaceAll(/^-|-$/g, '') || 'root';

/** Builds the sample and takes the pictures. Resolves to their number. Rejects with the errors of a build. */
export async function takeScreenshots(
  { templates, looks: lookParts, executablePath }: ScreenshotOptions,
  print: (line: string) => void,
): Promise<number> {
  const site = await openBenchSite(print, { sample: true });
  const browser = await openBrowser(executablePath);
  try {
    if (templates.length + lookParts.length === 0) await rm(screenshotDir, { recursive: true, force: true });
    await mkdir(path.join(screenshotDir, 'pages'), { recursive: true });
    const pages = findTemplatePages(readBuiltPages(site.dir));
    const byTemplate = Map.groupBy(
      pages.filter(({ template }) => isChosen(template, templates)),
      ({ template }) => template,
    );
    let done = 0;
    for (const look of looks.filter(({ name }) => isChosen(name, lookParts))) {
      const contexts = new Map<string, BrowserContext>();
      for (const locale of locales) contexts.set(locale, await openContext(browser, site.url, look, locale));
      for (const [template, own] of byTemplate) {
        const files: string[] = [];
        for (const one of own) {
          const context = contexts.get(one.locale);
          if (context) files.push(await takePicture(context, one, look));
        }
        const sheet = path.join(screenshotDir, `${templateFileName(template)}-${look.name}.png`);
        await writeSheet(files, sheet);
        done += files.length;
        print(`${String(done).padStart(4)}  ${sheet}`);
      }
      for (const context of contexts.values()) await context.close();
    }
    return done;
  } finally {
    await browser.close();
    await site.close();
  }
}

async function openContext(
  browser: Browser,
  url: string,
  look: Look,
  locale: Locale,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: look.width, height: look.width < 600 ? 740 : 900 },
    colorScheme: look.colorScheme ?? 'light',
    forcedColors: look.forcedColors ?? 'none',
    javaScriptEnabled: look.javaScriptEnabled ?? true,
    reducedMotion: 'reduce',
    locale,
    timezoneId: 'Europe/Paris',
    serviceWorkers: 'block',
  });
  // Pages show the typeface from the second one on.
  const page = await context.newPage();
  await page.goto(`/${locale}/`);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.close();
  return context;
}

/** Takes the picture of a page. Resolves to its file. */
async function takePicture(context: BrowserContext, one: TemplatePage, look: Look): Promise<string> {
  const name = `${templateFileName(one.template)}-${one.locale}-${look.name}.png`;
  const file = path.join(screenshotDir, 'pages', name);
  const page = await context.newPage();
  await page.emulateMedia({ media: look.media ?? null });
  await page.goto(one.path);
  if (look.javaScriptEnabled !== false) await waitUntilLoaded(page);
  // Taking a picture may show a typeface that was loaded late. Then the page has another height than the picture, and
  // another picture is needed.
  let height;
  do {
    height = await measureHeight(page);
    await page.screenshot({ path: file, fullPage: true });
  } while ((await measureHeight(page)) !== height);
  await page.close();
  return file;
}

/** Measures the height of the whole page in CSS pixels. */
function measureHeight(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollHeight);
}

/** Scrolls through the page, so that lazy images and islands load, and waits for them. */
async function waitUntilLoaded(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let top = 0; top < document.documentElement.scrollHeight; top += 600) {
      scrollTo(0, top);
      await new Promise(requestAnimationFrame);
    }
    scrollTo(0, 0);
  });
  await page.waitForFunction(
    () =>
      document.querySelector('astro-island[client=load][ssr]') === null &&
      [...document.images].every((image) => image.complete || image.loading === 'lazy'),
  );
}

/** Pixels between pictures. */
const gapPixels = 24;
/** The largest height of a sheet, in pixels. The rest of a long page is in its own picture. */
const maxHeight = 6000;

/** Writes a row of PNG files as one picture, so that a page can be compared in all languages. Rejects with sharp's error if a file can't be read. */
async function writeSheet(files: readonly string[], target: string): Promise<void> {
  const pictures = await Promise.all(
    files.map(async (file) => {
      const { width, height } = await sharp(file).metadata();
      return { file, width, height: Math.min(height, maxHeight) };
    }),
  );
  const height = Math.max(...pictures.map((picture) => picture.height));
  const width = pictures.reduce((sum, picture) => sum + picture.width + gapPixels, gapPixels);
  let left = gapPixels;
  const composites: OverlayOptions[] = [];
  for (const picture of pictures) {
    const input = await sharp(picture.file)
      .extract({ left: 0, top: 0, width: picture.width, height: picture.height })
      .toBuffer();
    composites.push({ input, left, top: gapPixels });
    left += picture.width + gapPixels;
  }
  await sharp({ create: { width, height: height + 2 * gapPixels, channels: 3, background: '#888' } })
    .composite(composites)
    .png({ compressionLevel: 6 })
    .toFile(target);
}
