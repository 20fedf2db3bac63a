/**
 * The states in which every kind of page is tested: what a visitor's device, settings and luck make of it. A page is opened
 * in one and left as the visitor has it then.
 */
import { expect, type Browser, type CDPSession, type Page } from '@playwright/test';
import { breakPage } from './broken-pages';

export interface PageState {
  readonly name: string;
  /** CSS pixels. */
  readonly width: number;
  readonly scheme?: 'dark';
  /** Size of the letters that the browser is set to, in pixels; `usualLetters` where nothing is said. */
  readonly letters?: number;
  readonly script?: 'off';
  readonly forcedColors?: 'active';
  /** Something has gone wrong on the page, and it says so. */
  readonly broken?: true;
}

export const usualLetters = 16;

/** In the order in which `stateFor` goes through them: of any three in a row one is narrow and one is whole. */
export const pageStates: readonly PageState[] = [
  { name: 'with script', width: 1280 },
  { name: 'at 320 pixels, in the dark scheme', width: 320, scheme: 'dark' },
  { name: 'without script', width: 1280, script: 'off' },
  { name: 'with letters of twice the size', width: 1280, letters: 32 },
  { name: 'when something goes wrong', width: 360, broken: true },
  { name: 'with forced colours', width: 1280, forcedColors: 'active' },
];

/** Whether the page is there with all that its script makes of it. */
export const isWhole = ({ script, broken }: PageState) => script !== 'off' && !broken;

/**
 * The state in which a page is met without TEST_FULL. It moves on with the kind of page and with the language, so that a
 * kind meets three over the languages, and a language meets all over the kinds.
 */
export function statesFor(kind: number, language: number): readonly PageState[] {
  const index = (kind + language) % pageStates.length;
  return pageStates.slice(index, index + 1);
}

/** The language, of so many, in which a kind of page is met whole; another one from kind to kind. */
export function wholeLanguage(kind: number, languages: number): number {
  const order = Array.from({ length: languages }, (_, index) => (kind + index) % languages);
  return order.find((language) => statesFor(kind, language).some(isWhole)) ?? 0;
}

/** A tab for one page in several states, one after the other. */
export interface PageTab {
  readonly page: Page;
  readonly session: CDPSession;
  /** Complaints of the browser and requests to others since the page was opened. */
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

/** What a tab is for: a page of a kind. `locale` is the browser's language, `siteUrl` where the page may ask. */
export interface Opening {
  readonly template: string;
  readonly path: string;
  readonly locale: string;
  readonly siteUrl: string;
}

/** Opens a tab with nothing in it. */
export async function openTab(browser: Browser, { locale, siteUrl }: Opening): Promise<PageTab> {
  const context = await browser.newContext({ locale });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const complaints: string[] = [];
  page.on('console', (message) => {
    // The tests' own: a service worker would answer in place of the site (tests/playwright.config.ts).
    if (message.text().startsWith('Service Worker registration blocked')) return;
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${siteUrl}/`) && !request.url().startsWith('data:'))
      complaints.push(request.url());
  });
  return { page, session, complaints, close: () => context.close() };
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
  // It may be near from the start: what asks for it by `data-form` alone would wait for what is gone.
  if ((await page.locator('#apply form').count()) === 0) return;
  await page.locator('#apply form').scrollIntoViewIfNeeded();
  await page.locator('#apply [data-form]').waitFor({ state: 'detached' });
  await page.evaluate(() => window.scrollTo(0, 0));
}

/** Opens a tab's page in a state. */
export async function openIn(tab: PageTab, state: PageState, { template, path }: Opening): Promise<void> {
  const { page, session } = tab;
  await page.setViewportSize({ width: state.width, height: 800 });
  await page.emulateMedia({
    colorScheme: state.scheme ?? 'light',
    forcedColors: state.forcedColors ?? 'none',
  });
  // By this session rather than the context's setting, which nothing could lift for axe.
  await session.send('Emulation.setScriptExecutionDisabled', { value: state.script === 'off' });
  await setLetters(tab, state.letters ?? usualLetters);
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
}

/** Sets the size, in pixels, of the letters that the browser is set to. */
export async function setLetters({ session }: PageTab, size: number): Promise<void> {
  await session.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: size } });
}

/** Lets axe run where scripts are off, on what was shown there. */
export async function letScriptsRun({ page, session }: PageTab, state: PageState): Promise<void> {
  if (state.script !== 'off') return;
  // A browser that may run scripts would hide these.
  await page.evaluate(() => {
    for (const instead of document.querySelectorAll('noscript')) instead.replaceWith(...instead.childNodes);
  });
  await session.send('Emulation.setScriptExecutionDisabled', { value: false });
}
