/** What the shipped nginx configurations send with each status, over a site of a few files. */
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { responseHeaders } from '@/publish/hosts/site-headers';
import { nginxPath, startNginx } from './nginx';
import { ask } from './private-files';

const site = mkdtempSync(path.join(os.tmpdir(), 'nginx-headers-'));
const script = 'export const a = 1;\n'.repeat(100);
let socket: Server;
let origin = '';
let printed = () => '';
let stop = () => Promise.resolve();

function write(file: string, text: string): void {
  const place = path.join(site, 'current', file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
}

interface Answer {
  readonly status: number;
  /** Each header with all values that were sent. */
  readonly headers: Readonly<Record<string, readonly string[] | undefined>>;
}

/** Asks without joining values: a header must not be sent twice. */
function get(pathname: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(`${origin}${pathname}`, { headers }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, headers: response.headersDistinct });
    })
      .on('error', reject)
      .end();
  });
}

describe.runIf(nginxPath)('nginx', () => {
  beforeAll(async () => {
    chmodSync(site, 0o755);
    for (const page of ['en/index.html', '404.html', 'en/404.html', 'embed/en/a/index.html'])
      write(page, '<!doctype html><title>A page</title>');
    for (const folder of ['assets', 'media', 'share', 'words', 'data', 'search']) {
      write(`${folder}/a.js`, script);
      write(`${folder}/secret.js`, script);
      chmodSync(path.join(site, 'current', folder, 'secret.js'), 0);
    }
    // A file that can't be opened for a reason that the server doesn't expect.
    socket = createServer().listen(path.join(site, 'current/assets/socket.js'));
    await once(socket, 'listening');
    ({ origin, printed, stop } = await startNginx(site, { isUnprivileged: true }));
  });
  afterAll(async () => {
    await stop();
    socket.close();
    rmSync(site, { recursive: true });
  });

  const tag = async (pathname: string) => (await get(pathname)).headers['etag']?.[0] ?? '';

  const cases = {
    'the file': [200, (folder) => get(`${folder}a.js`)],
    'a part of it': [206, (folder) => get(`${folder}a.js`, { Range: 'bytes=0-9' })],
    'a file that didn’t change': [
      304,
      async (folder) => get(`${folder}a.js`, { 'If-None-Match': await tag(`${folder}a.js`) }),
    ],
    'a file that it may not read': [403, (folder) => get(`${folder}secret.js`)],
    'a folder': [403, (folder) => get(folder)],
    'a file that isn’t there': [404, (folder) => get(`${folder}nothing.js`)],
    'an encoding that it doesn’t know': [
      501,
      (folder) => get(`${folder}a.js`, { 'Transfer-Encoding': 'gzip' }),
    ],
  } satisfies Record<string, readonly [number, (folder: string) => Promise<Answer>]>;

  for (const [what, [status, ask]] of Object.entries(cases)) {
    it(`sends the headers of its source with ${status}: ${what}`, async () => {
      for (const folder of ['/assets/', '/media/', '/share/', '/words/', '/data/', '/search/']) {
        const answer = await ask(folder);
        expect([folder, answer.status]).toEqual([folder, status]);
        const expected = Object.entries(responseHeaders(`${folder}a.js`, status));
        const sent = expected.map(([name]) => [name, answer.headers[name.toLowerCase()]?.join(' | ')]);
        expect(sent).toEqual(expected);
      }
    });
  }

  it('lets programs of any site read the open data', async () => {
    const { status, headers } = await get('/data/a.js', { Origin: 'https://other.example' });
    expect([status, headers['access-control-allow-origin']]).toEqual([200, ['*']]);
    expect((await get('/en/')).headers['access-control-allow-origin']).toBeUndefined();
  });

  it('lets no error be kept', async () => {
    const cached = async (pathname: string, headers?: Record<string, string>) => {
      const answer = await get(pathname, headers);
      return [answer.status, answer.headers['cache-control']];
    };
    // A part that the file doesn't have: nginx adds the headers to the file, and once more to the error.
    const range = { Range: 'bytes=999999-' };
    expect(await cached('/assets/a.js', range)).toEqual([416, ['no-cache', 'no-cache']]);
    expect(await cached('/assets/socket.js')).toEqual([500, ['no-cache']]);
  });

  it('lets other sites frame what is below /embed/, and nothing else, no error page either', async () => {
    const policies = async (pathname: string) =>
      (await get(pathname)).headers['content-security-policy']?.join(' | ');
    expect(await policies('/embed/en/a/')).not.toContain('frame-ancestors');
    for (const pathname of ['/en/', '/embed/en/nothing/', '/nothing', '/en/nothing', '/data/a.js'])
      expect(await policies(pathname)).toContain("frame-ancestors 'none'");
  });

  it('answers to its own name only, with and without TLS', async () => {
    const others = ['evil.example', 'localhost.evil.example', '127.0.0.1'];
    const statuses = (at: string) =>
      Promise.all(
        ['localhost', 'LOCALHOST:80', ...others].map(
          async (Host) => (await ask(at, '/en/', { Host })).status,
        ),
      );
    expect(await statuses(origin)).toEqual([200, 200, 421, 421, 421]);
    const secure = await startNginx(site, { isSecure: true, isUnprivileged: true });
    try {
      expect(await statuses(secure.origin)).toEqual([200, 200, 421, 421, 421]);
      expect(await statuses(`http://localhost:${secure.plainPort}`)).toEqual([301, 301, 421, 421, 421]);
    } finally {
      await secure.stop();
    }
  });

  it('starts without a warning', () => {
    expect(printed()).not.toContain('[warn]');
  });
});
