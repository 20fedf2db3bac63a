/**
 * The states in which every kind of page is tested: what a visitor's device, settings and luck make of it. Each opens a
 * page in a context of its own and leaves it as the visitor has it then.
 */
import { expect, type Browser, type CDPSession, type Page } from '@playwright/test';
import { breakPage } from './broken-pages';

export interface PageState {
  readonly name: string;
  /** CSS pixels. */
  readonly width: number;
  readonly scheme?: 'dark';
  /** Size of the letters that the browser is set to, in pixels; 16 where nothing is said. */
  readonly letters?: number;
  readonly script?: 'off';
  readonly forcedColors?: 'active';
  /** Something has gone wrong on the page, and it says so. */
  readonly broken?: true;
}

/** Those three places apart in the list are met together: see `statesFor`. */
export const pageStates: readonly PageState[] = [
  { name: 'with script', width: 1280 },
  { name: 'without script', width: 1280, script: 'off' },
  { name: 'with forced colours', width: 1280, forcedColors: 'active' },
  { name: 'at 320 pixels, in the dark scheme', width: 320, scheme: 'dark' },
  { name: 'with letters of twice the size', width: 1280, letters: 32 },
  { name: 'when something goes wrong', width: 360, broken: true },
];

/**
 * A third of the states for a page: which, moves on with the kind of page and with the language, so that each kind
 * meets all of them over three languages, and each language all of them over three kinds.
 */
export function statesFor(template: number, language: number): readonly PageState[] {
  const third = pageStates.length / 2;
  return pageStates.filter((_, index) => index % third === (template + language) % third);
}

/** A page in a state. */
export interface OpenedPage {
  readonly page: Page;
  /** Complaints of the browser and requests to others, from when it was opened. */
  readonly complaints: readonly string[];
  /** Lets axe run where scripts are off, on what was shown there. */
  readonly letScriptsRun: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Waits until what the page's own script adds at once is there. */
async function untilSettled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('astro-island[client=load][ssr], .search-loading, .saved-loading') === null &&
      (document.querySelector('.search-total:empty') === null ||
        document.querySelector('[role=alert]') !== null),
  );
  // The form to apply comes alive when one is near, and its list of countries then takes the place of a field.
  const form = page.locator('#apply [data-form]');
  if ((await form.count()) === 0) return;
  await form.scrollIntoViewIfNeeded();
  await form.waitFor({ state: 'detached' });
  await page.evaluate(() => window.scrollTo(0, 0));
}

/** Opens a page of a kind in a state. `locale` is the browser's language, `siteUrl` where the site may ask. */
export async function openIn(
  browser: Browser,
  state: PageState,
  { template, path, locale, siteUrl }: { template: string; path: string; locale: string; siteUrl: string },
): Promise<OpenedPage> {
  const context = await browser.newContext({
    locale,
    viewport: { width: state.width, height: 800 },
    colorScheme: state.scheme ?? 'light',
    forcedColors: state.forcedColors ?? 'none',
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const complaints = watch(page, siteUrl, state);
  await prepare(session, state);
  if (state.broken) {
    const shown = await breakPage(page, {
      template,
      path,
      open: () => page.goto(path).then(() => untilSettled(page)),
    });
    await expect(shown).toBeVisible();
  } else {
    await page.goto(path);
    if (state.script !== 'off') await untilSettled(page);
  }
  return {
    page,
    complaints,
    letScriptsRun: async () => {
      if (state.script !== 'off') return;
      // A browser that may run scripts would hide these.
      await page.evaluate(() => {
        for (const instead of document.querySelectorAll('noscript'))
          instead.replaceWith(...instead.childNodes);
      });
      await session.send('Emulation.setScriptExecutionDisabled', { value: false });
    },
    close: () => context.close(),
  };
}

async function prepare(session: CDPSession, { script, letters }: PageState): Promise<void> {
  // By this session rather than the context's setting, which nothing could lift for axe.
  if (script === 'off') await session.send('Emulation.setScriptExecutionDisabled', { value: true });
  if (letters !== undefined)
    await session.send('Page.setFontSizes', { fontSizes: { standard: letters, fixed: letters } });
}

function watch(page: Page, siteUrl: string, { script }: PageState): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    // The tests' own: a service worker would answer in place of the site (tests/playwright.config.ts).
    if (message.text().startsWith('Service Worker registration blocked')) return;
    // HTML can't ask for a file only where a script will read it.
    if (script === 'off' && message.text().includes('was preloaded using link preload')) return;
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${siteUrl}/`) && !request.url().startsWith('data:'))
      complaints.push(request.url());
  });
  return complaints;
}
