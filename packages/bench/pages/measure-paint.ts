/** Measures the largest paint and the layout shift of a page, on a slow connection and a slow phone. */
import type { Browser } from '@playwright/test';
import { slowDown } from '../browser';

export interface PaintTimes {
  /** Largest contentful paint, ms, once everything is loaded and before scrolling. */
  readonly lcp: number;
  /** Cumulative layout shift during the visit, with scrolling to the end. */
  readonly cls: number;
}

declare global {
  interface Window {
    paintSeen?: { lcp: number; cls: number };
  }
}

/** Stores the browser's reports in the page. It runs before the page's own code. */
function observePaint(): void {
  const seen = (window.paintSeen = { lcp: 0, cls: 0 });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.lcp = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
      seen.cls += entry.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Visits a page with an empty cache on a phone's screen, then scrolls through it. */
export async function measurePaint(browser: Browser, address: string): Promise<PaintTimes> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    serviceWorkers: 'block',
    locale: 'en-GB',
  });
  const page = await context.newPage();
  await page.addInitScript(observePaint);
  await slowDown(await context.newCDPSession(page));
  await page.goto(address, { waitUntil: 'load', timeout: 120_000 });
  await page.waitForFunction(
    () => document.querySelector('astro-island[ssr], [aria-busy=true], .saved-loading') === null,
  );
  const { lcp } = await page.evaluate(() => window.paintSeen ?? { lcp: 0 });
  await page.evaluate(async () => {
    for (let top = 0; top < document.documentElement.scrollHeight; top += 400) {
      scrollTo(0, top);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
  await page.waitForFunction(() => document.querySelector('[data-form]') === null);
  const { cls } = await page.evaluate(() => window.paintSeen ?? { cls: 0 });
  await context.close();
  return { lcp, cls };
}
