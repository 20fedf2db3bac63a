import { renameSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { responseHeaders } from '@/publish/hosts/site-headers';
import { temporaryFolder } from '../../test/temporary-folder';
import type { LocalServer } from '../listen';
import { ask } from '../request.fixture';
import { serveSite } from './site-server';

const folder = temporaryFolder('all');
let server: LocalServer;
beforeAll(async () => {
  folder.write('404.html', '<h1>Not here</h1>');
  folder.write('en/index.html', `<h1>Hello</h1>${' words'.repeat(1000)}`);
  folder.write('assets/a.js', '1');
  folder.write('embed/en/index.html', '<h1>Hello</h1>');
  server = await serveSite({ dir: folder.at(), port: 0 });
});
afterAll(() => server.close());

const get = (address: string) =>
  ask(server.url, { path: address, headers: { 'Accept-Encoding': 'br, gzip' } });

describe('serving a built site', () => {
  it('sends pages compressed', async () => {
    const { status, headers, body } = await get('/en/');
    expect(status).toBe(200);
    expect(headers['content-encoding']).toBe('br');
    expect(body.length).toBeLessThan(500);
  });

  it('lets files that are named by their content be kept for good, pages and errors not', async () => {
    const cacheOf = async (address: string) => {
      const { status, headers } = await get(address);
      return [status, headers['cache-control']];
    };
    expect(await cacheOf('/assets/a.js')).toEqual([200, 'public, max-age=31536000, immutable']);
    expect(await cacheOf('/en/')).toEqual([200, 'no-cache']);
    expect(await cacheOf('/assets/nothing.js')).toEqual([404, 'no-cache']);
    expect((await get('/en/nothing/')).headers['content-type']).toContain('text/html');
    const refused = await fetch(`${server.url}/assets/a.js`, { method: 'POST' });
    expect([refused.status, refused.headers.get('cache-control')]).toEqual([405, 'no-cache']);
  });

  it('sends the headers of every host, and lets forms reach the inbox of this machine', async () => {
    for (const [address, pathname, status] of [
      ['/embed/en/', '/embed/en/', 200],
      ['/assets/a.js', '/assets/a.js', 200],
      ['/embed/en/nothing/', '/embed/en/nothing/', 404],
    ] as const) {
      const { headers } = await get(address);
      const { 'Content-Security-Policy': policy = '', ...others } = responseHeaders(pathname, status);
      for (const [name, value] of Object.entries(others)) expect(headers[name.toLowerCase()]).toBe(value);
      const inboxes = ' http://127.0.0.1:* http://localhost:*';
      expect(String(headers['content-security-policy']).replaceAll(inboxes, '')).toBe(policy);
    }
    const policy = String((await get('/en/')).headers['content-security-policy']);
    expect(policy).toContain("connect-src 'self' https: http://127.0.0.1:*");
    expect(policy).toContain("form-action 'self' https: http://127.0.0.1:*");
  });

  it('never leaves its folder', async () => {
    expect((await get('/../../etc/passwd')).status).toBe(404);
    expect((await get('/%2e%2e/%2e%2e/etc/passwd')).status).toBe(404);
  });

  it('says what a visitor has already', async () => {
    const first = await fetch(`${server.url}/en/`);
    const etag = first.headers.get('etag') ?? '';
    const again = await fetch(`${server.url}/en/`, { headers: { 'If-None-Match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('answers HEAD without the file, and refuses to be written to', async () => {
    const head = await fetch(`${server.url}/assets/a.js`, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '1', '']);
    expect((await fetch(`${server.url}/en/`, { method: 'POST' })).status).toBe(405);
  });

  it.each([
    ['evil.example', 421],
    ['volunteer.example.org', 200],
    ['localhost:1234', 200],
  ])('answers by the name of this machine, and the site’s own: %s', async (host, status) => {
    const own = await serveSite({ dir: folder.at(), port: 0, name: 'volunteer.example.org' });
    const answer = await ask(`${own.url}/en/`, { headers: { host } });
    await own.close();
    expect(answer.status).toBe(status);
  });
});

describe('a site that is built anew while it is served', () => {
  const parent = temporaryFolder();
  const pages = ['a/index.html', 'b/index.html', '404.html'];
  const textOf = (generation: number, page: string) =>
    `${page} ${generation} `.repeat(1 + (generation % 7) * 900);

  /** Puts another site in the place of the one that is served, as a build does. */
  function replace(generation: number): void {
    for (const page of pages) parent.write(`next/${page}`, textOf(generation, page));
    if (generation > 0) renameSync(parent.at('live'), parent.at(`old-${generation}`));
    renameSync(parent.at('next'), parent.at('live'));
  }

  it('always sends a whole file of the old site or the new one', async () => {
    replace(0);
    const swapped = await serveSite({ dir: parent.at('live'), port: 0 });
    let generation = 0;
    let isOver = false;
    const visit = async (address: string, page: string) => {
      while (!isOver) {
        const text = await (await fetch(`${swapped.url}${address}`)).text();
        const made = Number(/ (\d+) /.exec(text)?.[1]);
        expect(text === textOf(made, page)).toBe(true);
      }
    };
    const visits = Promise.all([
      visit('/a/', 'a/index.html'),
      visit('/b/', 'b/index.html'),
      visit('/c/', '404.html'),
    ]);
    try {
      while (++generation < 60) {
        replace(generation);
        const text = await (await fetch(`${swapped.url}/a/`)).text();
        expect(text === textOf(generation, 'a/index.html')).toBe(true);
      }
    } finally {
      isOver = true;
      await visits;
      await swapped.close();
    }
  });
});
