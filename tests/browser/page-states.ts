/**
 * The states in which kinds of pages are tested: what a visitor's device and settings make of a page. It is opened in one
 * and left as the visitor has it then.
 */
import type { Browser, CDPSession, Page } from '@playwright/test';
import { watchComplaints } from './complaints';

export interface PageState {
  readonly name: string;
  /** CSS pixels. */
  readonly width: number;
  readonly scheme?: 'dark';
  /** Size of the letters that the browser is set to, in pixels; `usualLetters` where nothing is said. */
  readonly letters?: number;
  readonly script?: 'off';
  readonly forcedColors?: 'active';
}

export const usualLetters = 16;

export const withScript: PageState = { name: 'with script', width: 1280 };

const pageStates: readonly PageState[] = [
  withScript,
  { name: 'at 320 pixels, in the dark scheme', width: 320, scheme: 'dark' },
  { name: 'without script', width: 1280, script: 'off' },
  { name: 'with letters of twice the size', width: 1280, letters: 32 },
  { name: 'on a phone, with forced colours', width: 360, forcedColors: 'active' },
];

/**
 * The state in which a page is met. It moves on with the kind of page and with the language: a kind meets three over the
 * languages, and a language meets all over the kinds.
 */
export const stateFor = (kind: number, language: number): PageState =>
  pageStates[(kind + language) % pageStates.length] ?? withScript;

/** A tab for one page. */
export interface PageTab {
  readonly page: Page;
  readonly session: CDPSession;
  /** What the browser complained of so far. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

/** Options of a tab: the page that it opens, and `locale`, the browser's language. */
export interface Opening {
  readonly path: string;
  readonly locale: string;
}

/** Waits until what the page's own script adds at once is there. */
export async function untilSettled(page: Page): Promise<void> {
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

/** Opens a page in a tab of its own, in a state. */
export async function openIn(
  browser: Browser,
  state: PageState,
  { path, locale }: Opening,
): Promise<PageTab> {
  const context = await browser.newContext({
    locale,
    viewport: { width: state.width, height: 800 },
    colorScheme: state.scheme ?? 'light',
    forcedColors: state.forcedColors ?? 'none',
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const tab = { page, session, complaints: watchComplaints(page), close: () => context.close() };
  // By this session rather than the context's setting, which nothing could lift for axe.
  await session.send('Emulation.setScriptExecutionDisabled', { value: state.script === 'off' });
  if (state.letters !== undefined) await setLetters(tab, state.letters);
  await page.goto(path);
  if (state.script !== 'off') await untilSettled(page);
  return tab;
}

/** Sets the size, in pixels, of the letters that the browser is set to. */
export async function setLetters({ session }: PageTab, size: number): Promise<void> {
  await session.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: size } });
}

/** Lets axe run where scripts are off, on what was shown there. */
export async function letScriptsRun({ page, session }: PageTab): Promise<void> {
  // A browser that may run scripts would hide these.
  await page.evaluate(() => {
    for (const instead of document.querySelectorAll('noscript')) instead.replaceWith(...instead.childNodes);
  });
  await session.send('Emulation.setScriptExecutionDisabled', { value: false });
}
