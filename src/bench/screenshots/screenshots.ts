/** `npm run screenshots`: pictures of every kind of page, for people to look at. */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import type { Environment } from '@/pipeline/prepare';
import { readPages } from '../../../tests/built-site';
import { templatePages } from '../../../tests/templates';
import { openBrowser } from '../browser';
import { openBenchSite } from '../pages/site';
import { writeSheet } from './sheet';
import { fileNameOf, sheetsOf, shotsOf, type Shot } from './shots';

export const screenshotDir = '.local/screenshots';

export interface ScreenshotOptions {
  /** Only kinds of pages whose name contains this. */
  readonly template: string | undefined;
  readonly executablePath: string | undefined;
}

/** Builds the sample and takes them. Resolves to how many there are. Rejects with what a build rejects with. */
export async function takeScreenshots(
  { template, executablePath }: ScreenshotOptions,
  env: Environment,
  print: (line: string) => void,
): Promise<number> {
  const site = await openBenchSite(env, print, { sample: true });
  const browser = await openBrowser(executablePath);
  try {
    if (template === undefined) await rm(screenshotDir, { recursive: true, force: true });
    await mkdir(path.join(screenshotDir, 'pages'), { recursive: true });
    const pages = templatePages(readPages(site.dir)).filter((page) => page.template.includes(template ?? ''));
    const shots = shotsOf(pages);
    let done = 0;
    for (const [name, own] of sheetsOf(shots)) {
      for (const shot of own) await take(browser, site.url, shot);
      await writeSheet(own.map(fileOf), path.join(screenshotDir, `${name}.png`));
      done += own.length;
      print(`${String(done).padStart(4)}/${shots.length}  ${screenshotDir}/${name}.png`);
    }
    return shots.length;
  } finally {
    await browser.close();
    await site.close();
  }
}

function fileOf({ template, locale, width, scheme }: Shot): string {
  return path.join(screenshotDir, 'pages', `${fileNameOf(template)}-${locale}-${width}-${scheme}.png`);
}

async function take(browser: Browser, url: string, shot: Shot): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: shot.width, height: shot.width < 600 ? 740 : 900 },
    colorScheme: shot.scheme,
    reducedMotion: 'reduce',
    locale: shot.locale,
    timezoneId: 'Europe/Paris',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  await page.goto(new URL(shot.path, url).href, { waitUntil: 'load' });
  // The typeface shows from the second page on.
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.reload({ waitUntil: 'load' });
  // Pictures far down load when they come near; islands come alive when they are seen.
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
  await page.screenshot({ path: fileOf(shot), fullPage: true });
  await context.close();
}
