/** The sidebar of the Contentful app tells whether an entry is live. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page } from '@playwright/test';
import { rawOpportunity } from '@/model/samples.fixture';
import { encodeFields } from '@/sources/contentful/wire';
import { hashPublished } from '@/status/entry-hash';
import type { BuildRecord } from '@/status/build-record';
import type { PublishStatus } from '@/status/publish-status';
import type { HostSys } from './contentful-host/host-form';
import { frameFaults } from './contentful-form';
import { openForm, shared, sidebar, test } from './contentful-test';

const at = (minute: number) => `2026-11-25T14:0${minute}:00.000Z`;
const now = new Date('2026-11-25T15:00:00.000Z');

/** An entry in which the checks find nothing that keeps it off the site. */
const values = {
  ...encodeFields('opportunity', rawOpportunity('the-entry'), {
    default: 'en-US',
    byLocale: new Map([['en', 'en-US'] as const, ['fr', 'fr'] as const]),
  }),
  ...shared({
    hoursMin: 2,
    hoursMax: 4,
    lengthKind: 'weeks',
    lengthWeeks: 4,
    closesDate: '2030-01-31',
    closesZone: 'Africa/Dakar',
  }),
};

const published = (version: number, minute: number): HostSys => ({
  id: 'the-entry',
  version: version + 1,
  updatedAt: at(minute),
  publishedVersion: version,
  publishedAt: at(minute),
});

const build = (minute: number, version: number): BuildRecord => ({
  version: 1,
  built: at(minute),
  code: 'abc',
  content: at(minute),
  entries: { 'opportunity/the-entry': hashPublished('the-entry', version) },
});

/** Answers of the site and the publisher; undefined for what they don't have, `gone` if nothing answers. */
const answers: { build: BuildRecord | undefined; status: PublishStatus | 'gone' | undefined } = {
  build: undefined,
  status: undefined,
};
const asked: string[] = [];
let server: Server;
let site = '';

test.beforeAll(async () => {
  // Another origin than the app's, as in Contentful.
  server = createServer(({ method, url = '', headers }, response) => {
    asked.push(`${method} ${url} ${headers.authorization ?? ''}`.trim());
    const answer = url === '/build.json' ? answers.build : answers.status;
    if (answer === 'gone') {
      response.destroy();
      return;
    }
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', 'Authorization');
    response.writeHead(answer || method === 'OPTIONS' ? 200 : 404).end(answer && JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
test.afterAll(() => server.close());
test.beforeEach(async ({ page }) => {
  answers.build = undefined;
  answers.status = undefined;
  asked.length = 0;
  await page.clock.install({ time: now });
});
test.use({ timezoneId: 'UTC' });

const line = (page: Page) => sidebar(page).locator('.publication [role=status]');

test('says when a published change is live, without reloading', async ({ page, host }) => {
  answers.build = build(1, 4);
  await openForm(page, host, 'What', { values, sys: published(4, 0), parameters: { siteUrl: site } });
  await expect(line(page)).toHaveText('Saved 14:00 · live since 14:01');
  await page.evaluate((sys) => window.host.setSys(sys), published(9, 5));
  await expect(line(page)).toHaveText('Saved 14:05 · the site shows another version');
  answers.build = build(6, 9);
  await page.clock.runFor(10_000);
  await expect(line(page)).toHaveText('Saved 14:05 · live since 14:06');
  const frame = await (await page.locator('iframe[title=Sidebar]').elementHandle())?.contentFrame();
  expect(frame && (await frameFaults(frame))).toEqual([]);
});

test('says what the publisher does, where its address is set', async ({ page, host }) => {
  const status = { version: 1, updated: now.toISOString(), site, leftOut: [] } as const;
  answers.build = build(1, 4);
  answers.status = { ...status, queued: at(5) };
  const parameters = { siteUrl: site, statusUrl: `${site}/status.json`, statusToken: 'let-me-in' };
  await openForm(page, host, 'What', { values, sys: published(9, 5), parameters, uiLanguage: 'fr' });
  await expect(line(page)).toHaveText(
    /^Enregistré à 14\sh\s05 · en attente de publication · le site en montre une autre version$/,
  );
  expect(asked).toContain('GET /status.json Bearer let-me-in');
  answers.status = { ...status, building: at(6), content: at(6) };
  await page.clock.runFor(6000);
  await expect(line(page)).toContainText('publication en cours');
  answers.status = { ...status, failed: { at: at(7), content: at(6), reason: 'The disk is full.' } };
  await page.clock.runFor(6000);
  await expect(line(page)).toContainText('pas en ligne');
  await expect(sidebar(page).getByText('The disk is full.')).toBeVisible();
});

test('says that nothing is publishing, where the publisher doesn’t answer for a minute', async ({
  page,
  host,
}) => {
  answers.build = build(1, 4);
  answers.status = { version: 1, updated: at(6), site, leftOut: [], building: at(6), content: at(6) };
  const parameters = { siteUrl: site, statusUrl: `${site}/status.json`, statusToken: 'let-me-in' };
  await openForm(page, host, 'What', { values, sys: published(9, 5), parameters, uiLanguage: 'es' });
  await expect(line(page)).toContainText(' · publicación en curso');
  answers.status = 'gone';
  await page.clock.runFor(50_000);
  await expect(line(page)).toContainText(' · publicación en curso');
  await page.clock.runFor(30_000);
  await expect(line(page)).toContainText(' · sin publicación en curso');
  await expect(sidebar(page).getByText('Pide a la persona que administra el sitio')).toBeVisible();
});

test('says nothing that it can’t know', async ({ page, host }) => {
  await openForm(page, host, 'What', { values, sys: published(4, 0), parameters: { siteUrl: site } });
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  await page.clock.runFor(3000);
  await expect(line(page)).toHaveText('Saved 14:00');
  await openForm(page, host, 'What', { values, sys: published(4, 0) });
  await expect(line(page)).toHaveText('Saved 14:00');
});

test('tells changes that aren’t published from what is', async ({ page, host }) => {
  answers.build = build(1, 4);
  const draft: HostSys = { id: 'the-entry', version: 3, updatedAt: at(0) };
  await openForm(page, host, 'What', { values, sys: draft, parameters: { siteUrl: site } });
  await expect(line(page)).toContainText('Saved 14:00');
  await expect(sidebar(page).getByText('Not published: press Publish')).toBeVisible();
  const changed = { ...published(4, 0), version: 7, updatedAt: at(3) };
  await page.evaluate((sys) => window.host.setSys(sys), changed);
  await expect(line(page)).toHaveText('Saved 14:00 · live since 14:01');
  await expect(sidebar(page).getByText('Changes after that aren’t published yet.')).toBeVisible();
});

test('asks for nothing while the form is hidden, and less and less often else', async ({ page, host }) => {
  answers.build = build(1, 4);
  await openForm(page, host, 'What', { values, sys: published(4, 0), parameters: { siteUrl: site } });
  await expect(line(page)).toHaveText('Saved 14:00 · live since 14:01');
  await page.clock.runFor(600_000);
  const often = asked.length;
  await page.clock.runFor(600_000);
  expect(asked.length - often).toBeLessThan(30);
  const frame = await (await page.locator('iframe[title=Sidebar]').elementHandle())?.contentFrame();
  await frame?.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  const before = asked.length;
  await page.clock.runFor(600_000);
  expect(asked.length).toBe(before);
  answers.build = build(6, 5);
  await frame?.evaluate(() => {
    Reflect.deleteProperty(document, 'hidden');
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect(line(page)).toHaveText('Saved 14:00 · the site shows another version');
});
