import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { startServer, type LocalServer } from '../../scripts/local/listen';
import { createListener } from '../../scripts/local/http';
import { answerFromFolder } from '../../scripts/local/site/static-files';
import { copyTree } from '../../src/publish/targets/copy-tree';
import { writeServiceWorker } from '../../src/publish/files/service-worker';
import { responseCacheControl, responseHeaders } from '../../src/publish/hosts/site-headers';
import { languagesOf } from '../extent';
import { siteDir } from '../../scripts/test/ports';
import { fillIn } from './application';
import { opportunitiesIn } from './sample';

/** What stands between a visitor and the site: another answer, or a delay. */
interface Interference {
  /** All paths where none is given. */
  readonly path?: string;
  /** How many requests are answered so; all where nothing is said. */
  readonly times?: number;
  /** What is sent with status 200; HTML where no type is given. */
  readonly body?: string;
  readonly type?: string;
  /** ms before the site's own answer. */
  readonly delay?: number;
}

/** A deployment of its own: it can be changed, and taken off the line. */
interface Deployment {
  readonly url: string;
  readonly dir: string;
  /** Cuts the line: nobody listens any more. */
  readonly cut: () => Promise<void>;
  /** Serves what is in the folder now, at the same address. */
  readonly redeploy: () => Promise<void>;
  /** From now on, what stands between the visitor and the site; nothing where nothing is given. */
  readonly interfere: (...by: readonly Interference[]) => void;
}

const test = base.extend<{ deployment: Deployment }>({
  deployment: async ({}, use) => {
    const dir = mkdtempSync(path.join(tmpdir(), 'deployment-'));
    // What the tests visit, and what the worker keeps.
    await copyTree(siteDir, dir, (name) => !/^(?:embed|share|\w\w\/browse)\//.test(name));
    let between: (Interference & { times: number })[] = [];
    const start = (port: number) =>
      startServer(
        createServer(
          createListener(async (request) => {
            const { pathname } = new URL(request.url ?? '/', 'http://localhost');
            const found = between.find((one) => (one.path ?? pathname) === pathname && one.times > 0);
            if (found) found.times--;
            if (found?.body === undefined) {
              await wait(found?.delay ?? 0);
              return answerFromFolder({ dir, headers: responseHeaders }, request);
            }
            // With the headers of the place, as hosts send them by folder.
            const headers = {
              'Content-Type': found.type ?? 'text/html; charset=utf-8',
              'Cache-Control': responseCacheControl(pathname, 200),
            };
            return { status: 200, headers, body: found.body };
          }),
        ),
        port,
      );
    let server: LocalServer | undefined = await start(0);
    const cut = async () => {
      await server?.close();
      server = undefined;
    };
    const { url, port } = server;
    const redeploy = async () => {
      await cut();
      server = await start(port);
    };
    const interfere = (...by: readonly Interference[]) => {
      between = by.map((one) => ({ times: Infinity, ...one }));
    };
    await use({ url, dir, cut, redeploy, interfere });
    await cut();
    rmSync(dir, { recursive: true, force: true });
  },
});
test.use({ serviceWorkers: 'allow' });

/** Visits a page and waits until it is kept. */
async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const isKept = () =>
    page.evaluate(async () => {
      const cache = await caches.open('ov:visited:1');
      return (await cache.match(location.origin + location.pathname)) !== undefined;
    });
  await expect.poll(isKept).toBe(true);
}

function change(file: string, from: string, to: string): void {
  const before = readFileSync(file, 'utf8');
  expect(before).toContain(from);
  writeFileSync(file, before.replaceAll(from, to));
}

for (const locale of languagesOf('es')) {
  test(`shows what was visited when the line is cut, and says from when it is (${locale})`, async ({
    page,
    deployment,
  }) => {
    const t = translator(locale);
    const [first, second] = opportunitiesIn(locale).filter(({ stage }) => stage === 'open');
    if (!first || !second) throw new Error('The sample has too few open opportunities.');
    await visit(page, deployment.url + pathOf(locale, { to: 'home' }));
    await visit(page, deployment.url + first.path);
    await expect(page.locator('[data-kept-note]')).toBeHidden();
    await deployment.cut();

    await page.goto(deployment.url + first.path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(first.texts.title.value);
    const note = page.locator('[data-kept-note]');
    await expect(note).toContainText(t('offline.kept', { date: '§' }).split('§')[0] ?? '');
    await expect(note).toContainText(String(new Date().getFullYear()));

    await page.goto(deployment.url + second.path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('offline.title'));
    const kept = page.getByRole('link', { name: first.texts.title.value });
    await expect(kept).toBeVisible();
    await kept.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(first.texts.title.value);
  });
}

test('a kept page offers nothing that has closed since', async ({ page, deployment }) => {
  const own = opportunitiesIn('en').find(
    ({ stage, closesAt, shared }) => stage === 'open' && closesAt !== undefined && shared.applyBy === 'form',
  );
  if (own?.closesAt === undefined) throw new Error('The sample has no open opportunity that closes.');
  await visit(page, `${deployment.url}/en/`);
  await visit(page, deployment.url + own.path);
  const form = page.locator('#apply form');
  await expect(form).toBeVisible();
  await deployment.cut();
  await page.clock.setFixedTime(own.closesAt);
  await page.goto(deployment.url + own.path);
  await expect(page.locator('[data-kept-note]')).toBeVisible();
  await expect(form).toBeHidden();
  await expect(
    page.getByRole('link', { name: translator('en')('opportunity.apply'), exact: true }),
  ).toBeHidden();
});

test('a new deployment is seen at the next visit, and what it took away isn’t kept', async ({
  page,
  deployment,
}) => {
  const [own] = opportunitiesIn('en').filter(({ stage }) => stage === 'open');
  if (!own) throw new Error('The sample has no open opportunity.');
  const t = translator('en');
  await visit(page, `${deployment.url}/en/`);
  await visit(page, deployment.url + own.path);
  change(path.join(deployment.dir, 'en/index.html'), t('home.title'), 'A new first page');
  change(path.join(deployment.dir, 'en/offline/index.html'), t('offline.title'), 'Nothing there');
  change(path.join(deployment.dir, 'sw.js'), '/en/offline/', '/en/offline/?2');
  rmSync(path.join(deployment.dir, own.path), { recursive: true });
  await deployment.redeploy();

  await page.goto(`${deployment.url}/en/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A new first page');
  await page.goto(deployment.url + own.path);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('notFound.title'));
  await deployment.cut();
  await page.goto(deployment.url + own.path);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(own.texts.title.value);
  await page.goto(`${deployment.url}/en/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A new first page');
});

test('what was saved can be read without having been opened, until it is taken off', async ({
  page,
  deployment,
}) => {
  const own = opportunitiesIn('en').find(
    ({ stage, shared }) => stage === 'open' && shared.applyBy === 'form',
  );
  if (!own) throw new Error('The sample has no open opportunity with a form.');
  const address = deployment.url + own.path;
  await visit(page, `${deployment.url}/en/`);
  await page.goto(deployment.url + pathOf('en', { to: 'section', section: 'opportunities' }));
  const isKept = () =>
    page.evaluate(async (url) => (await caches.open('ov:saved-pages:1')).match(url).then(Boolean), address);
  await page.locator(`main button[data-save="${own.id}"]`).click();
  await expect.poll(isKept).toBe(true);
  await deployment.cut();

  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(own.texts.title.value);
  // With the style sheet that lists don't have.
  await expect(page.locator('.apply-form fieldset').first()).toHaveCSS('border-left-width', '0px');
  await deployment.redeploy();
  await page.goto(address);
  await page.locator('.save-here button[data-save]').click();
  await expect.poll(isKept).toBe(false);
});

test('a site that switches it off leaves nothing on the device', async ({ page, deployment }) => {
  await visit(page, `${deployment.url}/en/`);
  expect(await page.evaluate(() => caches.keys())).toContain('ov:visited:1');
  await writeServiceWorker({
    staging: deployment.dir,
    outDir: deployment.dir,
    locales: ['en'],
    enabled: false,
  });
  await deployment.redeploy();
  await page.goto(`${deployment.url}/fr/`);
  const left = () =>
    page.evaluate(async () => ({
      caches: await caches.keys(),
      worker: (await navigator.serviceWorker.getRegistration()) !== undefined,
    }));
  await expect.poll(left).toEqual({ caches: [], worker: false });
});

test('keeps nothing for a visitor who said no', async ({ page, deployment }) => {
  await page.addInitScript(() => localStorage.setItem('ov:offline:1', 'off'));
  await page.goto(`${deployment.url}/en/`, { waitUntil: 'load' });
  await page.goto(`${deployment.url}/fr/`, { waitUntil: 'load' });
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
});

/** A page that a network sends in the site's place until one has logged in. */
const portal = '<!DOCTYPE html><html lang="en"><title>Log in</title><h1>Welcome to the airport</h1></html>';

/** The address of the style sheet that every page has. */
function siteSheet(dir: string): string {
  const name = readdirSync(path.join(dir, 'assets')).find((file) => /^site\..*\.css$/.test(file));
  if (name === undefined) throw new Error('The site has no style sheet “site”.');
  return `/assets/${name}`;
}

const lookOf = (page: Page) => page.locator('.site-header .brand');

test.describe('a style sheet that a network answered with a page', () => {
  test('is right after a reload, offline, and with a new version', async ({ page, deployment }) => {
    const sheet = siteSheet(deployment.dir);
    deployment.interfere({ path: sheet, times: 1, body: portal });
    await visit(page, `${deployment.url}/en/`);
    await expect(lookOf(page)).toHaveCSS('text-decoration-line', 'underline');
    await page.reload();
    await expect(lookOf(page)).toHaveCSS('text-decoration-line', 'none');
    change(path.join(deployment.dir, 'sw.js'), '/en/offline/', '/en/offline/?2');
    await deployment.redeploy();
    await page.goto(`${deployment.url}/en/`);
    await expect(lookOf(page)).toHaveCSS('text-decoration-line', 'none');
    await deployment.cut();
    await page.goto(`${deployment.url}/en/`);
    await expect(page.locator('[data-kept-note]')).toBeVisible();
    await expect(lookOf(page)).toHaveCSS('text-decoration-line', 'none');
  });

  test('is replaced where an earlier version kept it', async ({ page, deployment }) => {
    const sheet = siteSheet(deployment.dir);
    await visit(page, `${deployment.url}/en/`);
    await page.evaluate(
      async ([address, html]) => {
        for (const name of await caches.keys()) await (await caches.open(name)).delete(address ?? '');
        const old = await caches.open('ov:assets:1');
        await old.put(address ?? '', new Response(html, { headers: { 'Content-Type': 'text/html' } }));
      },
      [deployment.url + sheet, portal],
    );
    await page.reload();
    await expect(lookOf(page)).toHaveCSS('text-decoration-line', 'none');
    change(path.join(deployment.dir, 'sw.js'), '/en/offline/', '/en/offline/?2');
    await deployment.redeploy();
    await page.goto(`${deployment.url}/en/`);
    await expect.poll(() => page.evaluate(() => caches.keys())).not.toContain('ov:assets:1');
    await expect(lookOf(page)).toHaveCSS('text-decoration-line', 'none');
  });
});

test('a style sheet of the right type but with other content isn’t kept', async ({
  page,
  context,
  deployment,
}) => {
  const own = opportunitiesIn('en').find(
    ({ stage, shared }) => stage === 'open' && shared.applyBy === 'form',
  );
  if (!own) throw new Error('The sample has no open opportunity with a form.');
  await visit(page, `${deployment.url}/en/`);
  const html = readFileSync(path.join(deployment.dir, own.path, 'index.html'), 'utf8');
  const sheets = [...html.matchAll(/"(\/assets\/[^"]+\.css)"/g)].map(([, address = '']) => address);
  const isOfForm = (address: string) =>
    readFileSync(path.join(deployment.dir, address), 'utf8').includes('.apply-form');
  const sheet = sheets.find(isOfForm) ?? '';
  const body = '.apply-form { display: none }';
  deployment.interfere({ path: sheet, times: 1, type: 'text/css', body });
  await visit(page, deployment.url + own.path);
  const isStored = () =>
    page.evaluate(async (url) => (await caches.open('ov:assets:2')).match(url).then(Boolean), sheet);
  await expect.poll(isStored).toBe(true);
  // Another tab: this one has the wrong one in its memory still.
  const tab = await context.newPage();
  await tab.goto(deployment.url + own.path);
  await expect(tab.locator('.apply-form fieldset').first()).toHaveCSS('border-left-width', '0px');
});

test('a page of a network that asks for a login replaces no page that was kept', async ({
  page,
  deployment,
}) => {
  const address = `${deployment.url}/en/`;
  await visit(page, address);
  await page.goto(address);
  deployment.interfere({ path: '/en/', body: portal });
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welcome to the airport');
  await deployment.cut();
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(translator('en')('home.title'));
});

/** Saves an opportunity's page, then publishes a version without its style sheet. Returns the page's address. */
async function savePageOfEarlierVersion(page: Page, deployment: Deployment): Promise<string> {
  const own = opportunitiesIn('en').find(
    ({ stage, shared }) => stage === 'open' && shared.applyBy === 'form',
  );
  if (!own) throw new Error('The sample has no open opportunity with a form.');
  const address = deployment.url + own.path;
  await visit(page, `${deployment.url}/en/`);
  await page.goto(address);
  await page.locator('.save-here button[data-save]').click();
  const isKept = () =>
    page.evaluate(async (url) => (await caches.open('ov:saved-pages:1')).match(url).then(Boolean), address);
  await expect.poll(isKept).toBe(true);
  // Another version: the style sheet has another name, and the old one is gone.
  const sheet = siteSheet(deployment.dir);
  const next = '/assets/site.NEWNAME1.css';
  renameSync(path.join(deployment.dir, sheet), path.join(deployment.dir, next));
  for (const name of [
    'en/index.html',
    'en/offline/index.html',
    'fr/offline/index.html',
    'es/offline/index.html',
  ])
    change(path.join(deployment.dir, name), sheet, next);
  await writeServiceWorker({
    staging: deployment.dir,
    outDir: deployment.dir,
    locales: ['en', 'fr', 'es'],
    enabled: true,
  });
  await deployment.redeploy();
  await page.goto(`${deployment.url}/en/`);
  const files = () =>
    page.evaluate(async (name) => {
      const found = await Promise.all(
        (await caches.keys()).map(async (cache) => (await caches.open(cache)).match(name)),
      );
      return found.some(Boolean);
    }, next);
  await expect.poll(files).toBe(true);
  return address;
}

test('a saved page keeps the files of its version when another is published', async ({
  page,
  deployment,
}) => {
  const address = await savePageOfEarlierVersion(page, deployment);
  await deployment.cut();
  await page.goto(address);
  await expect(page.locator('[data-kept-note]')).toBeVisible();
  await expect(lookOf(page)).toHaveCSS('text-decoration-line', 'none');
});

test('a saved page of an earlier version is shown on a network that never answers', async ({
  page,
  deployment,
}) => {
  const address = await savePageOfEarlierVersion(page, deployment);
  // The browser's own cache would hide it.
  await (await page.context().newCDPSession(page)).send('Network.clearBrowserCache');
  deployment.interfere({ delay: 100_000 });
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await expect(page.locator('[data-kept-note]')).toBeVisible();
  await expect(lookOf(page)).toHaveCSS('text-decoration-line', 'none');
});

test('a slow connection doesn’t let a visitor apply to what has been filled', async ({
  page,
  context,
  deployment,
}) => {
  const own = opportunitiesIn('en').find(
    ({ stage, shared }) => stage === 'open' && shared.applyBy === 'form',
  );
  if (!own) throw new Error('The sample has no open opportunity with a form.');
  const t = translator('en');
  const address = deployment.url + own.path;
  await visit(page, `${deployment.url}/en/`);
  await visit(page, address);
  change(path.join(deployment.dir, own.path, 'index.html'), 'id="apply"', 'id="filled"');
  // Later than the worker waits for a page of which it has a copy.
  deployment.interfere({ path: own.path, times: 2, delay: 6500 });
  const reader = await context.newPage();
  await Promise.all([page.goto(address), reader.goto(address)]);
  await expect(page.locator('[data-kept-note]')).toBeVisible();
  const motivation = page.locator('#apply [name=motivation]');
  await motivation.fill('I have translated two handbooks before.');
  await expect(page.getByRole('alert')).toContainText(t('apply.closed'));
  await expect(motivation).toHaveValue('I have translated two handbooks before.');
  await expect(page.locator('#apply form button[type=submit]')).toHaveAttribute('aria-disabled', 'true');
  // Who has written nothing sees what the site says now.
  await expect(reader.locator('#filled')).toBeVisible();
  await expect(reader.locator('[data-kept-note]')).toBeHidden();
});

test('a page from the device asks the site before it sends', async ({ page, deployment }) => {
  const own = opportunitiesIn('en').find(
    ({ stage, shared, paths }) => stage === 'open' && shared.applyBy === 'form' && paths.en !== undefined,
  );
  if (!own) throw new Error('The sample has no open opportunity with a form.');
  const t = translator('en');
  const address = deployment.url + own.path;
  await visit(page, `${deployment.url}/en/`);
  await visit(page, address);
  // Its code is on the device too.
  await page.locator('#apply form').scrollIntoViewIfNeeded();
  await expect(page.locator('[data-form]')).toHaveCount(0);
  await deployment.cut();
  await page.goto(address);
  await expect(page.locator('[data-kept-note]')).toBeVisible();
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.url());
  });
  await page.locator('#apply form').scrollIntoViewIfNeeded();
  await expect(page.locator('[data-form]')).toHaveCount(0);
  await fillIn(page.locator('#apply form'));
  change(path.join(deployment.dir, own.path, 'index.html'), 'id="apply"', 'id="filled"');
  await deployment.redeploy();
  await page.getByRole('button', { name: t('apply.send') }).click();
  await expect(page.getByRole('alert')).toContainText(t('apply.closed'));
  expect(sent).toEqual([]);
});
