/** `npm run dev`, as somebody who writes content uses it. */
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assertPortFree } from '@scripts/local/listen';
import { readPictureFile } from '@/pipeline/pictures/picture-files';
import { findBrowser } from '../../scripts/install/browser';
import { freePorts } from '@scripts/test/free-ports';
import { freshFolder } from './folders';
import { ask, servedOf, writePrivateFiles } from './private-files';
import { runServing, type Serving } from './serving';
import {
  changeEntry,
  copyOfSmallContent,
  inLanguage,
  readEntry,
  writeEntry,
  type YamlFields,
} from './small-content';
import { runDir } from '../../scripts/test/run-folder';

const entry = 'opportunities/relire-carnets';
const address = '/en/opportunities/notebooks/';

let content: string;
let publicDir: string;
let port: number;
let inboxPort: number;
let dev: Serving;
let original: YamlFields;

const url = (pathname: string) => `http://localhost:${port}${pathname}`;
const page = async (pathname: string) => (await fetch(url(pathname))).text();
const title = async () => /<h1>(.*?)<\/h1>/.exec(await page(address))?.[1];
const until = { timeout: 20_000, interval: 100 };

beforeAll(async () => {
  content = await copyOfSmallContent('dev');
  // With an address of its own, which doesn't change with the title.
  await changeEntry(content, entry, (fields) => inLanguage(fields, 'en', { slug: 'notebooks' }));
  original = await readEntry(content, entry);
  // A program that follows both finds a path for each order in which they can be followed.
  for (const name of ['up', 'again']) await symlink('..', path.join(content, 'media', name));
  [port = 0, inboxPort = 0] = await freePorts(2);
  const ports = ['--port', String(port), '--inbox-port', String(inboxPort)];
  publicDir = await freshFolder('dev-public');
  await writeFile(`${publicDir}/_notes of 2026.txt`, 'Notes');
  dev = runServing('dev', ports, { CONTENT_DIR: content, PUBLIC_DIR: publicDir, SITE_URL: '' });
  await dev.saying('shows at once');
});
afterAll(() => {
  dev.signal('SIGKILL');
});

/** What a search in the browser finds; the page is loaded again where the content is another one. */
async function found(tab: Page, words: string): Promise<string[]> {
  await tab.goto(url(`/en/search/?q=%22${words}%22`));
  // The first visit waits for the search to be compiled, beside other builds.
  await tab.locator('.search-total', { hasText: words }).waitFor({ timeout: 90_000 });
  return tab.locator('.search-main .rows[aria-busy] h3 a').allTextContents();
}

describe('the development server', () => {
  it('shows pages at its own address', async () => {
    expect(await page('/en/')).toContain(`<link rel="canonical" href="${url('/en/')}">`);
    expect(await title()).toBe('Proofread eight shipyard notebooks');
  });

  it('shows the pictures of the content', async () => {
    const pictures = [...(await page('/en/organizations/harbour-school/')).matchAll(/\/media\/[^ ",]+/g)].map(
      ([found]) => found,
    );
    expect(pictures.length).toBeGreaterThan(0);
    for (const picture of new Set(pictures)) {
      const answer = await fetch(url(picture));
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe(`image/${path.extname(picture).slice(1)}`);
      const made = readPictureFile(path.basename(picture));
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(made);
    }
    expect((await fetch(url('/media/none.webp'))).status).toBe(404);
  });

  it('gives no private file away, and may be framed by its own pages only', async () => {
    const files = await writePrivateFiles(`${runDir}/build/dev-private`, 'dev');
    expect(await servedOf(url(''), files)).toEqual([]);
    await files.remove();
    expect((await ask(url(''), '/en/')).headers['content-security-policy']).toBe("frame-ancestors 'self'");
  });

  it('opens its editor’s API to the editor’s page with the token alone', async () => {
    const connect = JSON.stringify({ action: 'connect' });
    const post = (headers: Record<string, string>) =>
      ask(url(''), '/admin/api/', { 'Content-Type': 'application/json', ...headers }, connect);
    const token = /\/admin\/#token=([\w-]+)/.exec(dev.said())?.[1] ?? '';
    const own = { Host: `localhost:${port}`, Origin: `http://localhost:${port}`, 'X-Editor-Token': token };
    expect((await post(own)).status).toBe(200);
    expect((await post({ ...own, 'X-Editor-Token': 'x' })).status).toBe(401);
    expect((await post({ ...own, Origin: '' })).status).toBe(403);
    expect((await post({})).status).toBe(403);
    // What another program of this machine can load doesn’t have it.
    for (const where of ['/admin/', '/admin/editor.js', '/@vite/client', '/preview/'])
      expect((await ask(url(''), where)).text).not.toContain(token);
    expect((await ask(url(''), '/pane/en/')).status).toBe(404);
  });

  it('warns of nothing on the way', () => {
    expect(dev.said()).not.toMatch(/\[WARN\]|\[ERROR\]/);
  });

  it('shows what was saved', async () => {
    await changeEntry(content, entry, (fields) => inLanguage(fields, 'en', { title: 'Read ten notebooks' }));
    await expect.poll(title, until).toBe('Read ten notebooks');
  });

  it('finds what was saved by a word that was not there before, and has it in its feeds', async () => {
    const executablePath = findBrowser();
    const browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      args: ['--no-sandbox'],
    });
    const tab = await browser.newPage();
    expect(await found(tab, 'notebooks')).toEqual(['Read ten notebooks']);
    expect(await found(tab, 'zanzibar')).toEqual([]);
    await changeEntry(content, entry, (fields) =>
      inLanguage(fields, 'en', { title: 'Read Zanzibar diaries' }),
    );
    await expect.poll(() => found(tab, 'zanzibar'), until).toEqual(['Read Zanzibar diaries']);
    expect(await found(tab, 'ten')).toEqual([]);
    for (const feed of ['feed.xml', 'calendar.ics'])
      expect(await page(`/en/opportunities/${feed}`), feed).toContain('Read Zanzibar diaries');
    await browser.close();
    await changeEntry(content, entry, (fields) => inLanguage(fields, 'en', { title: 'Read ten notebooks' }));
    await expect.poll(title, until).toBe('Read ten notebooks');
  });

  it('shows the last good version of a broken entry, says what is wrong, and shows all other changes', async () => {
    const other = 'organizations/harbour-school';
    await writeFile(path.join(content, `${entry}.yml`), 'en: [');
    await dev.saying('opportunities/relire-carnets.yml: is not valid YAML');
    await changeEntry(content, other, (fields) =>
      inLanguage(fields, 'en', { slug: 'harbour-school', name: 'Harbour School 2' }),
    );
    await expect
      .poll(() => page('/en/organizations/harbour-school/'), until)
      .toContain('<h1>Harbour School 2</h1>');
    expect(await title()).toBe('Read ten notebooks');
    await writeEntry(content, entry, inLanguage(original, 'en', { title: 'Read twelve notebooks' }));
    await expect.poll(title, until).toBe('Read twelve notebooks');
    await dev.saying('All entries can be shown again.');
  });

  it('no longer has a page for an entry that was deleted', async () => {
    await rm(path.join(content, `${entry}.yml`));
    await expect.poll(async () => (await fetch(url(address))).status, until).toBe(404);
    await writeEntry(content, entry, original);
    await expect.poll(async () => (await fetch(url(address))).status, until).toBe(200);
  });

  it('serves the files of public/ as they are now, and says which it can’t', async () => {
    const answer = await fetch(url('/_notes%20of%202026.txt'));
    expect([await answer.text(), answer.headers.get('content-type')]).toEqual([
      'Notes',
      'text/plain; charset=utf-8',
    ]);
    await mkdir(`${publicDir}/guide`);
    await writeFile(`${publicDir}/guide/index.html`, 'A guide');
    await expect.poll(() => page('/guide/'), until).toBe('A guide');
    await writeFile(`${publicDir}/robots.txt`, 'Disallow: /');
    await dev.saying('robots.txt has the address of the rules for search engines');
    expect(await page('/robots.txt')).toContain('Allow: /');
    await rm(`${publicDir}/robots.txt`);
    await rm(`${publicDir}/guide`, { recursive: true });
    await expect.poll(async () => (await fetch(url('/guide/'))).status, until).toBe(404);
  });

  it('stops when it alone is told to, and frees its ports', async () => {
    dev.signal('SIGTERM');
    expect(await dev.exited).toEqual([0, null]);
    await assertPortFree(port);
    await assertPortFree(inboxPort);
  });
});
