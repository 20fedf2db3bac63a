/** Makes the whole visit of one person with an empty cache: home, search, an opportunity, a sent application. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { Locale } from '@/i18n/locales';
import { pathOf } from '@/i18n/routes';
import type { BenchSite } from './bench-site';

/** Bytes that the server sent for each step, headers included. */
export interface Trip {
  readonly home: number;
  readonly search: number;
  readonly opportunity: number;
  readonly sent: number;
}

/** Returns the bytes of the whole trip. */
export const sumTrip = ({ home, search, opportunity, sent }: Trip) => home + search + opportunity + sent;

/** The parts of a served site that the trip needs. */
type TripSite = Pick<BenchSite, 'url' | 'dir' | 'takeSent'>;

/** Finds the first result whose page has its own form. */
async function findResultWithForm(page: Page, dir: string): Promise<string> {
  const results = page.locator('main li h3 a');
  await results.first().waitFor();
  const hrefs = await results.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const found = hrefs.find((href) => /<form[^>]+apply-form/.test(readPageHtml(dir, href)));
  if (found === undefined)
    throw new Error('No result on the first page of the search takes applications here.');
  return found;
}

function readPageHtml(dir: string, href: string): string {
  return readFileSync(path.join(dir, new URL(href, 'http://localhost').pathname, 'index.html'), 'utf8');
}

async function fillForm(page: Page): Promise<void> {
  const form = page.locator('#apply form');
  await form.scrollIntoViewIfNeeded();
  // The form loses the attribute when its script has started.
  await page.locator('#apply [data-form]').waitFor({ state: 'detached' });
  await form.locator('[name=name]').fill('Chidi');
  await form.locator('[name=email]').fill('chidi@example.org');
  await form.locator('[name=country]').selectOption('KE');
  for (const select of await form.locator('select[name^=language_]').all()) await select.selectOption('good');
  await form.locator('[name=availability]').fill('3 hours, mornings');
  await form.locator('[name=motivation]').fill('I have done this kind of work for four years.');
  for (const answer of await form.locator('textarea[name^=answer_]').all()) await answer.fill('Twice.');
  await form.locator('[name=consent]').check();
}

/** Makes the trip in a language, without the optional font, like a visitor who saves data. */
export async function makeTrip(browser: Browser, site: TripSite, locale: Locale): Promise<Trip> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    baseURL: site.url,
    locale,
  });
  await context.route(/\.woff2$/, (route) => route.abort());
  const page = await context.newPage();
  site.takeSent();

  await page.goto(pathOf(locale, { to: 'home' }), { waitUntil: 'load' });
  await waitForWorker(page);
  const home = site.takeSent();

  await page.locator('main form button[type=submit]').first().click();
  const link = await findResultWithForm(page, site.dir);
  await waitForWorker(page);
  const search = site.takeSent();

  await page.locator(`main li h3 a[href="${link}"]`).click();
  await page.waitForURL(`**${link}`);
  await waitForWorker(page);
  const opportunity = site.takeSent();

  await fillForm(page);
  await page.locator('#apply form button[type=submit]').click();
  await page.waitForURL(`**${pathOf(locale, { to: 'section', section: 'thanks' })}**`);
  await waitForWorker(page);
  const sent = site.takeSent();
  await context.close();
  return { home, search, opportunity, sent };
}

/** Waits until the service worker, if the site has one, has stored its files. */
async function waitForWorker(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    if (registration) await navigator.serviceWorker.ready;
  });
}
