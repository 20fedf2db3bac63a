/** `npm run screenshots`: takes pictures of every kind of page for a review by eye. */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import sharp, { type OverlayOptions } from 'sharp';
import { locales, type Locale } from '@/i18n/locales';
import { readBuiltPages } from '../built-site/read-pages';
import { findTemplatePages, type TemplatePage } from '../built-site/tested-pages';
import { openBrowser } from '@bench/browser';
import { openBenchSite } from '@bench/pages/bench-site';
import { templateFileName, groupSheets, listShots, type Shot, type Subject } from './shots';
import { pageStates, type PageState } from './states';

export const screenshotDir = '.local/screenshots';

interface ScreenshotOptions {
  /** Only kinds of pages and states whose name contains one of these; all if empty. */
  readonly templates: readonly string[];
  /** Only looks whose name contains one of these; all if empty. */
  readonly looks: readonly string[];
  readonly executablePath: string | undefined;
}

/** The subject of a picture: a page as it opens, or a page in a state. */
interface ScreenshotSubject extends Subject {
  readonly bring: (page: Page) => Promise<void>;
  /** A state has its own browser, so that its saved data don't appear in other pictures. */
  readonly isState: boolean;
}

/** Builds the sample and takes the pictures. Resolves to their number. Rejects with the errors of a build. */
export async function takeScreenshots(
  { templates, looks, executablePath }: ScreenshotOptions,
  print: (line: string) => void,
): Promise<number> {
  const site = await openBenchSite(print, { sample: true });
  const browser = await openBrowser(executablePath);
  try {
    if (templates.length + looks.length === 0) await rm(screenshotDir, { recursive: true, force: true });
    await mkdir(path.join(screenshotDir, 'pages'), { recursive: true });
    const shots = listShots(
      listSubjects(findTemplatePages(readBuiltPages(site.dir))).filter(({ template }) =>
        isChosen(template, templates),
      ),
    ).filter(({ look }) => isChosen(look.name, looks));
    const camera = new Camera(browser, site.url);
    let done = 0;
    for (const [name, own] of groupSheets(shots)) {
      for (const shot of own) await camera.take(shot);
      await writeSheet(own.map(pictureFile), path.join(screenshotDir, `${name}.png`));
      done += own.length;
      print(`${String(done).padStart(4)}/${shots.length}  ${screenshotDir}/${name}.png`);
    }
    return shots.length;
  } finally {
    await browser.close();
    await site.close();
  }
}

const isChosen = (name: string, parts: readonly string[]): boolean =>
  parts.length === 0 || parts.some((part) => name.includes(part));

function listSubjects(pages: readonly TemplatePage[]): ScreenshotSubject[] {
  const opened = pages.map((one) => ({
    ...one,
    bring: async (page: Page) => {
      await page.goto(one.path);
    },
    isState: false,
  }));
  const brought = locales.flatMap((locale) =>
    pageStates.map((state) => createStateSubject(locale, state, pages)),
  );
  return [...opened, ...brought];
}

function createStateSubject(
  locale: Locale,
  { name, template, bring }: PageState,
  pages: readonly TemplatePage[],
): ScreenshotSubject {
  const findPath = (wanted: string) => {
    const found = pages.find((page) => page.locale === locale && page.template === wanted);
    if (!found) throw new Error(`The sample content has no page of the kind “${wanted}” in ${locale}.`);
    return found.path;
  };
  return {
    template: name,
    locale,
    path: findPath(template),
    bring: (page) => bring(page, findPath),
    isState: true,
  };
}

function pictureFile({ template, locale, look }: Shot): string {
  return path.join(screenshotDir, 'pages', `${templateFileName(template)}-${locale}-${look.name}.png`);
}

/** Takes pictures, in one browser for each look and language. */
class Camera {
  readonly #contexts = new Map<string, BrowserContext>();

  constructor(
    readonly browser: Browser,
    readonly url: string,
  ) {}

  async take(shot: Shot & ScreenshotSubject): Promise<void> {
    const context = await this.#contextOf(shot);
    const page = await context.newPage();
    await page.emulateMedia({ media: shot.look.media ?? null });
    await shot.bring(page);
    if (shot.look.javaScriptEnabled !== false) await waitUntilLoaded(page);
    // Taking a picture may show a typeface that was loaded late. Then the page has another height than the picture, and
    // another picture is needed.
    let height;
    do {
      height = await measureHeight(page);
      await page.screenshot({ path: pictureFile(shot), fullPage: true });
    } while ((await measureHeight(page)) !== height);
    await (shot.isState ? context : page).close();
  }

  async #contextOf({ look, locale, isState }: Shot & ScreenshotSubject): Promise<BrowserContext> {
    const key = `${look.name} ${locale}`;
    const kept = isState ? undefined : this.#contexts.get(key);
    if (kept) return kept;
    const context = await this.browser.newContext({
      baseURL: this.url,
      viewport: { width: look.width, height: look.width < 600 ? 740 : 900 },
      colorScheme: look.colorScheme,
      forcedColors: look.forcedColors ?? 'none',
      javaScriptEnabled: look.javaScriptEnabled ?? true,
      reducedMotion: 'reduce',
      locale,
      timezoneId: 'Europe/Paris',
      serviceWorkers: 'block',
    });
    if (!isState) this.#contexts.set(key, context);
    // Pages show the typeface from the second one on.
    const page = await context.newPage();
    await page.goto(`/${locale}/`);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.close();
    return context;
  }
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
