import { afterEach, describe, expect, it } from 'vitest';
import { startServer, PortError, type LocalServer } from '../listen';
import { createServer, request } from 'node:http';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { readConfig } from '@/config/config';
import { openPublisherStatus } from '@/publish/status/publisher-status';
import { parsePublishStatus } from '@/status/publish-status';
import { startListener, type ListenerOptions } from './listener';

const folder = temporaryFolder();
let listener: LocalServer | undefined;
afterEach(() => listener?.close());

const token = 'a long word';
const known = `Bearer ${token}`;

async function start(options: Partial<ListenerOptions> = {}) {
  const failures: unknown[] = [];
  const lines: string[] = [];
  let published = 0;
  listener = await startListener({
    port: 0,
    token,
    quietMs: 30,
    publish: async () => void (published += 1),
    fail: (error) => failures.push(error),
    print: (line) => lines.push(line),
    ...options,
  });
  const { url } = listener;
  const call = (headers: Record<string, string> = {}, init: RequestInit = {}) =>
    fetch(url, { method: 'POST', ...init, headers: { authorization: known, ...headers } }).then(
      ({ status }) => status,
    );
  return { call, failures, lines: () => lines.slice(1), published: () => published };
}

describe('a webhook', () => {
  it('has the site published, once for a burst, and once at the start', async () => {
    const { call, lines, published } = await start();
    expect(await Promise.all([call(), call(), call()])).toEqual([202, 202, 202]);
    await expect.poll(published).toBe(2);
    expect(lines()).toEqual(Array(3).fill('Webhook received.'));
    await call({}, { body: 'x'.repeat(2_000_000) });
    await expect.poll(published).toBe(3);
  });

  it('is answered when its whole body has come, as proxies expect', async () => {
    const { lines } = await start();
    const call = request(listener?.url ?? '', { method: 'POST', headers: { authorization: known } });
    let answered: number | undefined;
    call.on('response', ({ statusCode }) => (answered = statusCode));
    call.write('begun');
    await expect.poll(lines).toEqual(['Webhook received.']);
    // An answer to another call would have overtaken it.
    await fetch(listener?.url ?? '');
    expect(answered).toBeUndefined();
    call.end('and ended');
    await expect.poll(() => answered).toBe(202);
  });

  it('does nothing without the token, and is logged once a minute', async () => {
    const { call, lines, published } = await start();
    const wrong = ['', 'Bearer another', token].map((authorization) => call({ authorization }));
    expect(await Promise.all(wrong)).toEqual([401, 401, 401]);
    for (let time = 0; time < 20; time++) await call({ authorization: 'Bearer another' });
    expect(await call({}, { method: 'GET' })).toBe(405);
    await listener?.close();
    expect(published()).toBe(1);
    expect(lines()).toEqual(['Refused: a wrong token.']);
  });

  it('is listened to after a publish that failed', async () => {
    let tries = 0;
    const { call, failures } = await start({ publish: () => Promise.reject(new Error(`No ${++tries}`)) });
    await expect.poll(() => failures).toHaveLength(1);
    await call();
    await expect.poll(() => failures).toHaveLength(2);
  });
});

describe('a listener', () => {
  const options = {
    port: 0,
    token,
    publish: () => Promise.resolve(),
    fail: () => undefined,
    print: () => undefined,
  };

  it('isn’t started without a token', async () => {
    await expect(startListener({ ...options, token: ' ' })).rejects.toThrow('WEBHOOK_TOKEN is not set');
  });

  it('leaves nothing running where its port is taken', async () => {
    const taken = await startServer(createServer(), 0);
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = timers();
    await expect(startListener({ ...options, port: taken.port })).rejects.toThrow(PortError);
    expect(timers()).toBe(before);
    await taken.close();
  });
});

describe('the status', () => {
  const statusToken = 'another long word';
  const startWithStatus = (token = statusToken) => {
    const status = openPublisherStatus({
      config: readConfig({ SITE_URL: 'https://example.org' }),
      folder: '/srv',
      isListening: true,
      file: folder.at('publish-status.json'),
    });
    return start({ status, statusToken: token, publish: async () => status.succeed({}, {}) });
  };
  const ask = (authorization: string, method = 'GET') =>
    fetch(listener?.url ?? '', { method, headers: { authorization } });

  it('is told to those who have its token, on pages of other sites too', async () => {
    await startWithStatus();
    const answer = await ask(`Bearer ${statusToken}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const text = await answer.text();
    expect(parsePublishStatus(text)).toMatchObject({ site: 'https://example.org' });
    expect(text).not.toContain('/srv');
  });

  it('is refused to all others, and a browser may ask whether it may send the token', async () => {
    const { lines } = await startWithStatus();
    for (const other of ['', 'Bearer x', known]) {
      const answer = await ask(other);
      expect([answer.status, await answer.text()]).toEqual([401, '']);
    }
    const preflight = await ask('', 'OPTIONS');
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toBe('Authorization');
    expect((await ask(`Bearer ${statusToken}`, 'DELETE')).status).toBe(405);
    expect(lines()).toContain('Refused: a wrong token for the status.');
  });

  it('starts no publish with its token, and isn’t told without one', async () => {
    const { call } = await startWithStatus();
    expect(await call({ authorization: `Bearer ${statusToken}` })).toBe(401);
    await listener?.close();
    await startWithStatus(' ');
    expect((await ask('Bearer ')).status).toBe(405);
  });
});

it('publishes what no webhook tells of', async () => {
  let text = 'a';
  const { published } = await start({ content: { mark: async () => text, everyMs: 10 } });
  await expect.poll(published).toBe(1);
  text = 'b';
  await expect.poll(published).toBe(2);
});
