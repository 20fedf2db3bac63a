/** What moves on a page without the visitor's doing. https://web.dev/articles/cls */
import type { Page } from '@playwright/test';

/** From the next page on, adds up what moves on its own; what follows a press of the visitor's doesn't count. */
export const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    const seen = window as unknown as { moved: number };
    seen.moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[])
        if (!entry.hadRecentInput) seen.moved += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });

/** The sum since the page was opened: 0 where nothing moved. */
export const moved = (page: Page) => page.evaluate(() => (window as unknown as { moved: number }).moved);
