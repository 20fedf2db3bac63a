/** An editor saves, a publisher publishes, and the editor sees when the change is live, without reloading. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { serveSite, type SiteServer } from '../../scripts/local/site/site-server';
import { liveFolder } from '../../scripts/publish-local/local-command';
import { freePorts } from '../../scripts/test/free-ports';
import type { Env } from '../build/run-build';
import { runServing, type Serving } from '../build/serving';
import { open, openEditorPage, save, soon, write } from './editor-page';
import { runDir } from '../../scripts/test/run-folder';

const folder = `${runDir}/editor-publication`;
const content = `${folder}/content`;
const releases = `${folder}/releases`;
const id = 'caption-harbour-films';
const file = path.join(content, `opportunities/${id}.yml`);

let dev: Serving;
let publisher: Serving;
let site: SiteServer;
let page: Page;
let env: Env;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  rmSync(folder, { recursive: true, force: true });
  cpSync('tests/small-content', content, { recursive: true });
  const [sitePort = 0, listenPort = 0, port = 0, inboxPort = 0] = await freePorts(4);
  env = { CONTENT_DIR: content, SITE_URL: `http://localhost:${sitePort}` };
  publisher = runServing('publish-local', ['--to', releases, '--listen', String(listenPort)], {
    ...env,
    WEBHOOK_TOKEN: 'a long word that no one knows',
  });
  await publisher.saying('The new site is live');
  site = await serveSite({ dir: liveFolder(releases), port: sitePort });
  dev = runServing('dev', ['--port', String(port), '--inbox-port', String(inboxPort)], env);
  await dev.saying('shows at once');
  const context = await browser.newContext({ baseURL: `http://localhost:${port}`, timezoneId: 'UTC' });
  page = await context.newPage();
  await openEditorPage(page, dev);
});

test.afterAll(async () => {
  await page.context().close();
  await site.close();
  dev.signal('SIGKILL');
  publisher.signal('SIGKILL');
});

const line = () => page.locator('.publication p').first();
const isLive = /^Saved .*\d\d:\d\d · live since .*\d\d:\d\d$/;

test('an entry that is published is live', async () => {
  await open(page, `opportunity/${id}`);
  await expect(line()).toHaveText(isLive, soon);
});

test('a change is saved, and soon live, while the form stays open', async () => {
  test.setTimeout(120_000);
  await write(page, 'en.title', 'Caption thirteen films about boat building');
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
  const started = performance.now();
  await save(page);
  await expect(line()).toHaveText(
    /^Saved \d\d:\d\d( · (queued|building))? · the site shows another version$/,
  );
  await expect(line()).toHaveText(isLive, soon);
  console.log(`From save to “live”: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
  const html = await (await fetch(new URL('/en/opportunities/', site.url))).text();
  expect(html).toContain('Caption thirteen films about boat building');
});

test('what is wrong with an entry is said in its place', async () => {
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/^ {2}title: .*$/m, '  title: ""'));
  await expect(line()).toHaveText(/ · not live/, soon);
  await expect(page.locator('.publication')).toContainText('Title (English) is missing. Fill it in.');
  writeFileSync(file, text);
  await expect(line()).toHaveText(isLive, soon);
});

test('the note of a preview says it too', async ({ browser }) => {
  test.setTimeout(120_000);
  const [port = 0, inboxPort = 0] = await freePorts(2);
  const ports = ['--port', String(port), '--inbox-port', String(inboxPort)];
  const preview = runServing('preview-content', ports, env);
  try {
    await preview.saying('shows at once');
    const shown = await browser.newPage({ baseURL: `http://localhost:${port}`, timezoneId: 'UTC' });
    await shown.goto(`/preview/${id}/?locale=es`);
    const note = shown.locator('.preview-note [role=status]');
    await expect(note).toHaveText(/^Guardado hoy, \d\d:\d\d · en línea desde hoy, \d\d:\d\d$/, soon);
    await shown.goto('/preview/zz-not-yet/?locale=en');
    await expect(note).toHaveText(/^Saved .*\d\d:\d\d$/, soon);
    await shown.close();
  } finally {
    preview.signal('SIGKILL');
  }
});

test('without a publisher and a site, nothing is said but that it is saved', async () => {
  publisher.signal('SIGTERM');
  await publisher.exited;
  await site.close();
  await expect(line()).toHaveText(/^Saved \d\d:\d\d$/, soon);
  await page.evaluate(() => (location.hash = '#/opportunity'));
  await expect(page.locator('.publication')).toHaveCount(0);
});
