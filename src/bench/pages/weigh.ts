/** What a page weighs: its HTML and style sheets as Brotli, the JavaScript that it can come to load as gzip. */
import type { Browser, Response } from '@playwright/test';
import { brotliSize, gzipSize } from './counting-server';

/** Bytes. */
export interface Weight {
  readonly html: number;
  readonly css: number;
  /** All modules that the page loads by itself, once it was scrolled through; Pagefind's own not counted. */
  readonly js: number;
  /** Pagefind's code and files of the index. */
  readonly pagefind: number;
}

const pagefindPath = /^\/pagefind\//;

/** Visits a page with an empty cache, scrolls to its end, and weighs what came. */
export async function weigh(browser: Browser, address: string): Promise<Weight> {
  const context = await browser.newContext({ serviceWorkers: 'block', locale: 'en-GB' });
  const page = await context.newPage();
  const responses: Response[] = [];
  page.on('response', (response) => {
    if (response.ok()) responses.push(response);
  });
  await page.goto(address, { waitUntil: 'load' });
  await page.evaluate(async () => {
    for (let top = 0; top < document.documentElement.scrollHeight; top += 300) {
      scrollTo(0, top);
      await new Promise(requestAnimationFrame);
    }
  });
  // Islands take their mark off when they are alive.
  await page.waitForFunction(() => document.querySelector('astro-island[ssr], [data-form]') === null);
  const weight = { html: 0, css: 0, js: 0, pagefind: 0 };
  for (const response of responses) {
    const type = response.request().resourceType();
    const body = () => response.body();
    if (pagefindPath.test(new URL(response.url()).pathname)) weight.pagefind += (await body()).length;
    else if (type === 'document') weight.html += await brotliSize(await body());
    else if (type === 'stylesheet') weight.css += await brotliSize(await body());
    else if (type === 'script') weight.js += await gzipSize(await body());
  }
  await context.close();
  return weight;
}
