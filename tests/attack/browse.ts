/** Visits pages of a hostile site in Chromium, uses them as a visitor would, and notes what must never happen. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { openBrowser } from '@bench/browser';
import { createRandom } from '@bench/content/random';
import { findBrowser } from '@scripts/install/browser';
import { serveSite } from '@scripts/local/site/site-server';
import { hostileTexts, marker } from './hostile-texts';

/** What happened. Each list names the page. */
export interface Visits {
  readonly visited: number;
  /** The marker was called, or a dialog opened. */
  readonly executions: readonly string[];
  /** Requests to another host. */
  readonly foreign: readonly string[];
  /** What was stopped by the policy of a page only, and errors that a text caused. */
  readonly errors: readonly string[];
}

/** Addresses of pages, in an order by the seed; one of each kind first, which is its first two folders: `en/opportunities`. */
function samplePages(dir: string, count: number, seed: number): string[] {
  const random = createRandom(seed, 77);
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('index.html'))
    // Not those that only lead on.
    .filter((name) => !readFileSync(path.join(dir, name), 'utf8').includes('http-equiv="refresh"'))
    .map((name) => `/${name.slice(0, -'index.html'.length)}`)
    .toSorted();
  const byKind = Map.groupBy(random.shuffle(names), (name) => name.split('/').slice(1, 3).join('/'));
  const first = [...byKind.values()].flatMap(([page]) => page ?? []);
  return [...first, ...random.shuffle(names.filter((name) => !first.includes(name)))].slice(0, count);
}

/** Opens what can be opened, points at links and fields, and writes hostile texts into the form without sending it. */
async function use(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    for (const element of document.querySelectorAll<HTMLElement>('a, button, input, textarea, select'))
      for (const event of ['mouseover', 'focus']) element.dispatchEvent(new Event(event, { bubbles: true }));
  });
  const fields = await page.locator('form textarea:visible, form input[type=text]:visible').all();
  for (const field of fields.slice(0, 3)) await field.fill(hostileTexts[0] ?? '');
}

async function search(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox').or(page.getByRole('combobox')).first().fill(words);
  await page.keyboard.press('Enter');
  // The count is announced when the results are there, also when there are none.
  await page.locator('[role=status], [aria-live]').first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => document.readyState === 'complete');
}

async function watch(context: BrowserContext, origin: string) {
  const [executions, foreign, errors]: [string[], string[], string[]] = [[], [], []];
  await context.exposeBinding(marker, ({ page }) => void executions.push(page.url()));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      console.error(`Stopped by the policy: ${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  context.on('request', (request) => {
    const url = request.url();
    if (/^https?:/.test(url) && new URL(url).origin !== origin)
      foreign.push(`${request.frame().url()} asked ${url}`);
  });
  context.on('dialog', (dialog) => {
    executions.push(`${dialog.page()?.url()} opened a dialog`);
    void dialog.dismiss();
  });
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.page()?.url()} ${message.text()}`);
  });
  context.on('weberror', (error) => void errors.push(`${error.page()?.url()} ${error.error().message}`));
  return { executions, foreign, errors };
}

/** Visits so many of a built site's pages, and searches so often. Rejects where the browser can't be started. */
export async function browse(dir: string, pages: number, searches: number, seed: number): Promise<Visits> {
  const site = await serveSite({ dir, port: 0 });
  const origin = `http://localhost:${site.port}`;
  const browser = await openBrowser(findBrowser());
  try {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const seen = await watch(context, origin);
    const page = await context.newPage();
    const sample = samplePages(dir, pages, seed);
    for (const name of sample) {
      await page.goto(origin + name, { waitUntil: 'load' });
      await use(page);
    }
    const random = createRandom(seed, 78);
    if (searches > 0) await page.goto(`${origin}/en/search/`, { waitUntil: 'load' });
    for (let nth = 0; nth < searches; nth++) await search(page, random.pick(hostileTexts));
    return { visited: sample.length, ...seen };
  } finally {
    await browser.close();
    await site.close();
  }
}
