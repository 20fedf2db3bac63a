import { request, type IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maximumAnswerBytes, writeAnswer } from './answers.ts';
import { openDelivery, openManagement, startSample } from './sample.fixture.ts';
import type { ContentfulServer } from './server.ts';

let server: ContentfulServer;
beforeAll(async () => {
  server = await startSample();
});
afterAll(() => server.close());

const environment = '/spaces/local/environments/master';

async function get(path: string, token = 'local') {
  const headers = token === '' ? {} : { Authorization: `Bearer ${token}` };
  const response = await fetch(`${server.url}${path}`, { headers });
  const json = (await response.json()) as Record<string, unknown>;
  return { status: response.status, headers: response.headers, json };
}

describe('errors', () => {
  it.each<[what: string, path: string, status: number, id: string, details?: object]>([
    ['no token', '/entries', 401, 'AccessTokenInvalid'],
    ['a wrong token', '/entries', 401, 'AccessTokenInvalid'],
    ['an unknown path', '/nothing', 404, 'NotFound'],
    ['an unknown entry', '/entries/x?locale=*', 404, 'NotFound', { type: 'Entry', id: 'x' }],
    ['a draft', '/entries/marsh?locale=*', 404, 'NotFound', { type: 'Entry', id: 'marsh' }],
    [
      'an unknown content type',
      '/entries?locale=*&content_type=x',
      400,
      'InvalidQuery',
      { errors: [{ name: 'unknownContentType', value: 'DOESNOTEXIST' }] },
    ],
    [
      'an unknown parameter',
      '/entries?fields.slug=x',
      400,
      'InvalidQuery',
      { errors: [{ name: 'unknown', path: ['fields.slug'] }] },
    ],
    ['a page past 1000', '/entries?limit=1001', 400, 'BadRequest'],
    ['a page that is no number', '/entries?skip=-1', 400, 'BadRequest'],
    ['a single locale', '/entries?locale=en', 400, 'BadRequest'],
    ['the targets of links', '/entries?locale=*&include=1', 400, 'BadRequest'],
    ['an unknown sync token', '/sync?sync_token=1-1', 400, 'BadRequest'],
  ])('%s', async (what, path, status, id, details) => {
    const token = what === 'no token' ? '' : what === 'a wrong token' ? 'wrong' : 'local';
    const { status: got, json, headers } = await get(`${environment}${path}`, token);
    expect(got).toBe(status);
    const { requestId, message, ...rest } = json;
    expect(rest).toEqual({ sys: { type: 'Error', id }, ...(details === undefined ? {} : { details }) });
    expect(message).toMatch(/\w/);
    expect(requestId).toBe(headers.get('X-Contentful-Request-Id'));
  });
});

it('an answer is never larger than Contentful’s', () => {
  const { status, body } = writeAnswer({ status: 200, json: 'x'.repeat(maximumAnswerBytes) }, 1);
  expect([status, Buffer.from(body).toString()]).toEqual([400, expect.stringContaining('too big')]);
});

it('a collection is cut into pages, in the order asked for', async () => {
  const { json } = await get(
    `${environment}/entries?content_type=article&limit=1&skip=1&order=-sys.id&include=0&locale=*`,
  );
  expect(json).toMatchObject({ sys: { type: 'Array' }, total: 2, skip: 1, limit: 1 });
  expect(json['items']).toMatchObject([{ sys: { id: 'harbour' }, fields: { title: { fr: 'Port' } } }]);
});

it('Preview has drafts', async () => {
  const draft = await openDelivery(server, 'preview').getEntry('marsh');
  expect(draft.fields).toEqual({ title: { en: 'Marsh' } });
  expect(draft.sys).not.toHaveProperty('publishedVersion');
});

it('the Sync API has everything first, and later what was published or unpublished since', async () => {
  const own = await startSample();
  const [delivery, management] = [openDelivery(own), openManagement(own)];
  const first = await delivery.sync({ initial: true });
  expect(first.entries.map(({ sys }) => sys.id)).toEqual(['ada', 'harbour', 'lagoon']);
  expect(first.assets.map(({ sys }) => sys.id)).toEqual(['map']);
  await management.entry.unpublish({ entryId: 'lagoon' });
  await management.entry.publish({ entryId: 'marsh' }, await management.entry.get({ entryId: 'marsh' }));
  const {
    entries,
    deletedEntries,
    nextSyncToken = '',
  } = await delivery.sync({
    nextSyncToken: first.nextSyncToken ?? '',
  });
  expect(entries.map(({ sys }) => sys.id)).toEqual(['marsh']);
  expect(deletedEntries.map(({ sys }) => sys.id)).toEqual(['lagoon']);
  expect((await delivery.sync({ nextSyncToken })).entries).toEqual([]);
  await own.close();
});

it('files of assets are served as they are, and no others', async () => {
  const { items } = await openDelivery(server).getAssets();
  const url = `http:${items[0]?.fields.file?.['en']?.url ?? ''}`;
  expect(url).toBe(`${server.url}/asset-files/local/map/map.png`);
  const response = await fetch(url);
  expect([response.headers.get('Content-Type'), await response.text()]).toEqual(['image/png', 'a map']);
  for (const path of [
    '/asset-files/local/..%2Fspace.json',
    '/asset-files/local/none/none.png',
    '/space.json',
  ])
    expect((await fetch(`${server.url}${path}`)).status).toBe(404);
});

describe('who may ask', () => {
  const entries = `${environment}/entries?limit=1&locale=*`;

  const ask = (
    headers: Record<string, string>,
    { method = 'GET', path = entries } = {},
  ): Promise<{ status: number | undefined; headers: IncomingHttpHeaders }> =>
    new Promise((resolve, reject) => {
      // Unlike fetch it may send any host and origin.
      const asking = request(server.url, {
        method,
        path,
        headers: { authorization: 'Bearer local', ...headers },
      });
      asking.on('response', (response) => {
        response.resume();
        resolve({ status: response.statusCode, headers: response.headers });
      });
      asking.on('error', reject).end();
    });

  it.each(['127.0.0.1', 'localhost', '[::1]'])('a client may that calls this machine %s', async (name) => {
    expect((await ask({ host: `${name}:${server.port}` })).status).toBe(200);
  });

  it.each(['evil.example', 'evil.example:PORT', '127.0.0.1', 'localhost:1', '127.0.0.1.evil.example:PORT'])(
    'a page may not whose name only points here: %s',
    async (host) => {
      const named = { host: host.replace('PORT', String(server.port)) };
      for (const path of [entries, '/asset-files/local/map/map.png'])
        expect((await ask(named, { path })).status).toBe(421);
      const writing = { ...named, authorization: 'Bearer local-management' };
      expect((await ask(writing, { method: 'DELETE', path: `${environment}/entries/x` })).status).toBe(421);
    },
  );

  it.each(['https://evil.example', 'http://localhost.evil.example', 'null'])(
    'a page of another origin may not: %s',
    async (origin) => {
      const answer = await ask({ origin });
      expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([403, undefined]);
      expect((await ask({ origin }, { method: 'OPTIONS' })).status).toBe(403);
    },
  );

  it('a page of this machine may, after a preflight too', async () => {
    const origin = 'http://localhost:4321';
    const { status, headers } = await ask({ origin });
    expect([status, headers['access-control-allow-origin'], headers.vary]).toEqual([200, origin, 'Origin']);
    const preflight = await ask(
      { origin, 'access-control-request-method': 'PUT', 'access-control-request-headers': 'authorization' },
      { method: 'OPTIONS' },
    );
    expect(preflight.status).toBe(204);
    expect(preflight.headers['access-control-allow-methods']).toContain('PUT');
    expect(preflight.headers['access-control-allow-headers']).toBe('authorization');
  });

  it('a client that is no browser gets what Contentful sends', async () => {
    const { headers } = await ask({});
    expect([headers['access-control-allow-origin'], headers.vary]).toEqual(['*', undefined]);
  });
});
