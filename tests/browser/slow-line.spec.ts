/** A page that arrives in pieces: what is on the screen stays where it is while the rest comes. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test, type Page } from '@playwright/test';
import { locales } from '../../src/i18n/locales';
import { siteNow, siteUrl } from '../../scripts/test/ports';
import { moved, watchShifts } from './shifts';
import { pathTo, templatePages } from './site-pages';

const pieces = 24;
const kinds = ['home', 'opportunities', 'search', 'open opportunity', 'organization', 'campaign'];
const pages = templatePages().filter(({ template }) => kinds.includes(template));

/** Stands before the site's own server and sends HTML by and by, anything else at once. */
const slowly = createServer((request, response) => {
  void (async () => {
    const answer = await fetch(siteUrl + (request.url ?? '/'));
    const body = Buffer.from(await answer.arrayBuffer());
    const type = answer.headers.get('content-type') ?? '';
    response.writeHead(answer.status, { 'content-type': type });
    const piece = type.startsWith('text/html') ? Math.ceil(body.length / pieces) : body.length || 1;
    for (let at = 0; at < body.length; at += piece) {
      response.write(body.subarray(at, at + piece));
      await wait(40);
    }
    response.end();
  })();
});

let origin = '';
test.beforeAll(async () => {
  await new Promise<Server>((listening) => {
    const server = slowly.listen(0, '127.0.0.1', () => {
      listening(server);
    });
  });
  origin = `http://127.0.0.1:${String((slowly.address() as AddressInfo).port)}`;
});
test.afterAll(() => {
  slowly.closeAllConnections();
  slowly.close();
});

// The languages differ in the length of what moves: each kind in one on a phone, in another on a desk.
for (const { template, locale, path } of pages) {
  const width = [360, 1280, undefined][(locales.indexOf(locale) + kinds.indexOf(template)) % 3];
  if (width === undefined) continue;
  test(`nothing moves while ${template} arrives (${locale}, ${String(width)})`, async ({ page }) => {
    await page.clock.setFixedTime(siteNow);
    await page.setViewportSize({ width, height: 740 });
    await watchShifts(page);
    await page.goto(origin + path, { waitUntil: 'load' });
    await page.waitForTimeout(300);
    // A hundredth: a line of a list that wraps as its last word comes
    expect(await moved(page)).toBeLessThan(0.01);
  });
}

const fitAnswers = JSON.stringify([{ id: 'language.fr', value: 'good', at: '2026-11-01T00:00:00.000Z' }]);

/** Holds the scripts of a page back once it is drawn, and then shows what moves as they come. */
async function watchLateScripts(
  page: Page,
  path: string,
  drawn: () => Promise<void>,
  live: () => Promise<void>,
) {
  await page.clock.setFixedTime(siteNow);
  await page.setViewportSize({ width: 360, height: 740 });
  await watchShifts(page);
  const released = Promise.withResolvers();
  await page.route(/\/assets\/.*\.js$/, async (route) => {
    await released.promise;
    await route.continue();
  });
  await page.goto(siteUrl + path, { waitUntil: 'commit' });
  await drawn();
  await page.waitForTimeout(500);
  released.resolve(undefined);
  await live();
  await page.waitForTimeout(300);
  expect(await moved(page)).toBe(0);
}

test.describe('when scripts come late', () => {
  test('nothing moves on a list', async ({ page }) => {
    await watchLateScripts(
      page,
      pathTo('opportunities', 'fr'),
      () => expect(page.locator('.row').first()).toBeVisible(),
      () => expect(page.locator('.row button').first()).toBeVisible(),
    );
  });

  const path = pathTo('search', 'fr');
  const row = '.search-main .row';
  const known = '.search-found .rows[aria-busy=false] .row';

  test('the newest are there before the scripts of the search', async ({ page }) => {
    // All but their buttons.
    const told = page.locator(`${row} > :not(.row-do)`);
    let before: string[] = [];
    await watchLateScripts(
      page,
      path,
      async () => {
        await expect(page.locator(row)).toHaveCount(3);
        before = await told.allTextContents();
      },
      () => expect(page.locator(known)).toHaveCount(10),
    );
    expect((await told.allTextContents()).slice(0, before.length)).toEqual(before);
  });

  test('no other rows are shown before those of a shared search', async ({ page }) => {
    await watchLateScripts(
      page,
      `${path}?task=translation`,
      () => expect(page.locator(row).first()).toBeHidden(),
      () => expect(page.locator(known).first()).toBeVisible(),
    );
  });

  test('rows come with how they fit, where there are answers', async ({ page }) => {
    await page.addInitScript((answers) => {
      localStorage.setItem('ov:fit:1', answers);
    }, fitAnswers);
    await watchLateScripts(
      page,
      path,
      () => expect(page.locator(row).first()).toBeHidden(),
      () => expect(page.locator(`${known} .fit-lines`).first()).toBeVisible(),
    );
  });
});
