/** Visits pages of a hostile site in Chromium, uses them as a visitor would, and counts what must never happen. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { serveSite } from '@scripts/local/site/site-server';
import { createRandom } from '@scripts/bench/content/random';
import { findBrowser } from '../../scripts/install/browser';
import { hostileTexts, marker } from './hostile-texts';

export interface BrowseOptions {
  readonly dir: string;
  /** Pages to visit, chosen by the seed; each kind of page is among them. */
  readonly pages: number;
  readonly seed: number;
  /** Searches with hostile words. */
  readonly searches: number;
}

/** What happened. Each list names the page. */
export interface Visits {
  readonly visited: number;
  /** The marker was called, or a dialog opened. */
  readonly executions: readonly string[];
  /** Requests to another host before anything was sent. */
  readonly foreign: readonly string[];
  /** Something in a page was stopped by its policy only, or an error that a text caused. */
  readonly errors: readonly string[];
}

const launchArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
];

/** True for a page that only leads on to another one. */
const leadsOn = (file: string) => readFileSync(file, 'utf8').includes('http-equiv="refresh"');

/** Pages by their kind, which is their first two folders: `en/opportunities`. */
function samplePages(dir: string, count: number, seed: number): string[] {
  const random = createRandom(seed, 77);
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('index.html') && !leadsOn(path.join(dir, name)))
    .map(
      (name) =>
        `/${name
          .split(path.sep)
          .join('/')
          .replace(/index\.html$/, '')}`,
    )
    .toSorted();
  const byKind = Map.groupBy(random.shuffle(names), (name) => name.split('/').slice(1, 3).join('/'));
  const first = [...byKind.values()].flatMap(([page]) => page ?? []);
  const rest = random.shuffle(names.filter((name) => !first.includes(name)));
  return [...random.shuffle(first), ...rest].slice(0, count);
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
  const field = page.getByRole('searchbox').or(page.getByRole('combobox')).first();
  await field.fill(words);
  await page.keyboard.press('Enter');
  // The count is announced when the results are there, also when there are none.
  await page.locator('[role=status], [aria-live]').first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => document.readyState === 'complete');
}

interface Watch {
  readonly executions: string[];
  readonly foreign: string[];
  readonly errors: string[];
}

async function watch(context: BrowserContext, origin: string): Promise<Watch> {
  const seen: Watch = { executions: [], foreign: [], errors: [] };
  await context.exposeBinding(marker, ({ page }) => void seen.executions.push(page.url()));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      console.error(`Stopped by the policy: ${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  context.on('request', (request) => {
    const url = request.url();
    if (/^https?:/.test(url) && new URL(url).origin !== origin)
      seen.foreign.push(`${request.frame().url()} asked ${url}`);
  });
  context.on('dialog', (dialog) => {
    seen.executions.push(`${dialog.page()?.url()} opened a dialog`);
    void dialog.dismiss();
  });
  context.on('console', (message) => {
    if (message.type() === 'error') seen.errors.push(`${message.page()?.url()} ${message.text()}`);
  });
  context.on('weberror', (error) => void seen.errors.push(`${error.page()?.url()} ${error.error().message}`));
  return seen;
}

/** Visits a sample of a built site's pages and its search. Rejects where the browser can't be started. */
export async function browse({ dir, pages, seed, searches }: BrowseOptions): Promise<Visits> {
  const site = await serveSite({ dir, port: 0 });
  const origin = `http://localhost:${site.port}`;
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: launchArguments,
  });
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
    await page.goto(`${origin}/en/search/`, { waitUntil: 'load' });
    for (let nth = 0; nth < searches; nth++) await search(page, random.pick(hostileTexts));
    return { visited: sample.length, ...seen };
  } finally {
    await browser.close();
    await site.close();
  }
}
