import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { startServer, PortError, type LocalServer } from '../listen';
import { createServer } from 'node:http';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { readConfig } from '@/config/config';
import { openPublisherStatus } from '@/publish/status/publisher-status';
import { parsePublishStatus } from '@/status/publish-status';
import { startListener, type ListenerOptions } from './listener';
import { signRequest } from './signature';

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

/** The headers that Contentful sends with each webhook. */
const contentful = (
  key: string,
  at: Date | string = new Date(),
  topic = 'ContentManagement.Entry.publish',
) => ({
  'x-contentful-topic': topic,
  'x-contentful-webhook-name': 'Publish the site',
  'x-contentful-webhook-request-attempt': '1',
  'x-contentful-idempotency-key': key.padEnd(64, '0'),
  'x-contentful-event-datetime': typeof at === 'string' ? at : at.toISOString(),
});

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

describe('a webhook', () => {
  it('has the site published, once for a burst, and once at the start', async () => {
    const { call, lines, published } = await start();
    const calls = ['a', 'b', 'c'].map((key) => call(contentful(key)));
    expect(await Promise.all(calls)).toEqual([202, 202, 202]);
    await expect.poll(published).toBe(2);
    expect(lines()).toEqual(Array(3).fill('Webhook received (ContentManagement.Entry.publish).'));
    await call(contentful('d'));
    await expect.poll(published).toBe(3);
  });

  it('needs none of Contentful’s headers: the token is enough for cron and curl', async () => {
    const { call, lines, published } = await start();
    expect(await call()).toBe(202);
    expect(await call()).toBe(202);
    await expect.poll(published).toBe(2);
    expect(lines()[0]).toBe('Webhook received (no topic).');
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
    await call(contentful('a'));
    await expect.poll(() => failures).toHaveLength(2);
  });
});

describe('a webhook that comes again', () => {
  it('publishes once, and is logged once', async () => {
    const { call, lines, published } = await start();
    expect(await call(contentful('a'))).toBe(202);
    await expect.poll(published).toBe(2);
    expect([await call(contentful('a')), await call(contentful('a'))]).toEqual([200, 200]);
    expect(await call(contentful('b'))).toBe(202);
    await expect.poll(published).toBe(3);
    expect(lines()).toEqual([
      'Webhook received (ContentManagement.Entry.publish).',
      'Ignored: a webhook that came before.',
      'Webhook received (ContentManagement.Entry.publish).',
    ]);
  });

  it.each([minutesAgo(60), minutesAgo(-60)])('is refused where its event is far from now: %o', async (at) => {
    const { call, lines, published } = await start();
    expect(await call(contentful('a', at))).toBe(409);
    expect(await call(contentful('b', minutesAgo(9)))).toBe(202);
    expect(await call(contentful('c', 'no time'))).toBe(202);
    await expect.poll(published).toBe(2);
    expect(lines()[0]).toContain(`Refused: a webhook of ${at.toISOString()}`);
  });

  it('is refused past so many a minute, for Contentful to try again', async () => {
    const { call, lines } = await start({ perMinute: 3 });
    const statuses: number[] = [];
    for (const key of ['a', 'b', 'c', 'd', 'e']) statuses.push(await call(contentful(key)));
    expect(statuses).toEqual([202, 202, 202, 429, 429]);
    expect(lines().filter((line) => line.startsWith('Refused'))).toEqual([
      'Refused: more than 3 webhooks in a minute.',
    ]);
  });
});

describe('the log', () => {
  it.each([
    ['ContentManagement.Entry.publish\u009b2J', 'no topic'],
    ['x'.repeat(5000), 'no topic'],
    ['ContentManagement.Entry.publish, ContentManagement.Entry.publish', 'no topic'],
    ['ContentManagement.Asset.unpublish', 'ContentManagement.Asset.unpublish'],
    ['ContentManagement.Entry.auto_save', 'ContentManagement.Entry.auto_save'],
  ])('shows only what is a topic of Contentful: %.40s', async (topic, shown) => {
    const { call, lines } = await start();
    await call(contentful('a', new Date(), topic));
    expect(lines()).toEqual([`Webhook received (${shown}).`]);
  });
});

describe('a request', () => {
  it('with a long body is refused and cut', async () => {
    const { call, published } = await start();
    expect(await call({}, { body: 'x'.repeat(4_000_000) })).toBe(202);
    await expect.poll(published).toBe(2);
    const status = await call({}, { body: 'x'.repeat(8_000_000) }).catch(() => 'cut');
    expect([413, 'cut']).toContain(status);
    await listener?.close();
    expect(published()).toBe(2);
  });

  it('that doesn’t end is cut, and publishes nothing', async () => {
    const { published } = await start({ timeoutMs: 300 });
    const socket = connect(listener?.port ?? 0, '127.0.0.1');
    socket.write(`POST / HTTP/1.1\r\nHost: a\r\nAuthorization: ${known}\r\nContent-Length: 10\r\n\r\nabc`);
    socket.resume();
    await once(socket, 'close');
    expect(published()).toBe(1);
  });
});

// Made with @contentful/node-apps-toolkit 3.16.1 (signRequest).
const secret = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ+/';
const vectors: [string, string][] = [
  ['/publish', 'ecc3a3a1b83ef8e7b7b7d4998048e6539a8e2ece76f9a509a2098fae606149f2'],
  ['/publish?site=a b&c=d', '72663954225dc937da4129a0ef96c03a08d081cfb5a6a1c774f19506a0d336a0'],
];

describe('a signature', () => {
  const signedHeaders =
    'content-type,x-contentful-idempotency-key,x-contentful-signed-headers,x-contentful-timestamp,x-contentful-topic';
  const body = '{"event_type":"content"}';
  const headersAt = (timestamp: number) => ({
    'content-type': 'application/json',
    'x-contentful-idempotency-key': 'ab12',
    'x-contentful-topic': 'ContentManagement.Entry.publish',
    'x-contentful-signed-headers': signedHeaders,
    'x-contentful-timestamp': String(timestamp),
  });

  it.each(vectors)('is what Contentful makes of a request to %s', (path, expected) => {
    const request = { method: 'POST', path, headers: headersAt(1_790_000_000_000), body };
    expect(signRequest(request, secret)).toBe(expected);
  });

  /** Headers as Contentful would send them, at a time. */
  function signed(timestamp: number) {
    const headers = headersAt(timestamp);
    const signature = signRequest({ method: 'POST', path: '/', headers, body }, secret);
    return { ...headers, 'x-contentful-signature': signature };
  }

  it('is asked for where the signing secret is set, of that body, with a time that is near, once', async () => {
    const { call, lines, published } = await start({ signingSecret: secret });
    const now = signed(Date.now());
    expect(await call(now, { body: '{"event_type":"other"}' })).toBe(401);
    expect(await call({ ...now, 'x-contentful-timestamp': String(Date.now() + 5) }, { body })).toBe(401);
    expect(await call(contentful('a'), { body })).toBe(401);
    expect(await call(signed(minutesAgo(11).getTime()), { body })).toBe(409);
    expect(await call(now, { body })).toBe(202);
    // The key is not what keeps it from coming again.
    const unsigned = Object.fromEntries(Object.entries(now).filter(([name]) => !name.endsWith('-key')));
    expect(await call(now, { body })).toBe(200);
    expect(await call(unsigned, { body })).toBe(401);
    await expect.poll(published).toBe(2);
    expect(lines()[0]).toBe('Refused: a webhook without a right signature.');
  });

  it('is not a new one with another byte behind it, behind the key, or behind both', async () => {
    const { call, published } = await start({ signingSecret: secret });
    const now = signed(Date.now());
    expect(await call(now, { body })).toBe(202);
    // JavaScript counts the byte A0 as white space, HTTP doesn't.
    const signature = { 'x-contentful-signature': `${now['x-contentful-signature']}\u00A0` };
    const key = { 'x-contentful-idempotency-key': 'ab12\u00A0' };
    for (const changed of [signature, key, { ...signature, ...key }])
      expect(await call({ ...now, ...changed }, { body })).toBe(200);
    await expect.poll(published).toBe(2);
  });

  it('must not leave its own time out', async () => {
    const { call } = await start({ signingSecret: secret });
    const headers = { 'x-contentful-signed-headers': 'x-contentful-signed-headers' };
    const signature = signRequest({ method: 'POST', path: '/', headers, body }, secret);
    const sent = {
      ...headers,
      'x-contentful-signature': signature,
      'x-contentful-timestamp': String(Date.now()),
    };
    expect(await call(sent, { body })).toBe(401);
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

  it.each([
    ['WEBHOOK_TOKEN is not set', { token: ' ' }],
    ['WEBHOOK_SIGNING_SECRET is not a signing secret of Contentful', { signingSecret: 'short' }],
  ])('isn’t started: %s', async (message, wrong) => {
    await expect(startListener({ ...options, ...wrong })).rejects.toThrow(message);
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
