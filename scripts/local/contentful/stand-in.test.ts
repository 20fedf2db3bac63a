import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maximumAnswerBytes, writeResponse } from './delivery/answers';
import { parseLocales } from './locale-settings';
import { ask as askRaw } from '../request.fixture';
import { startContentfulStandIn, type ContentfulStandIn } from './stand-in';
import { fixture } from './testing';

let standIn: ContentfulStandIn;
beforeAll(async () => {
  standIn = await startContentfulStandIn({
    content: fixture,
    locales: parseLocales('en-US,fr-FR:en-US,es-ES'),
  });
});
afterAll(() => standIn.close());

interface Got {
  readonly status: number;
  readonly headers: Headers;
  readonly json: Record<string, unknown>;
}

async function get(path: string, token: string | undefined = 'local'): Promise<Got> {
  const response = await fetch(
    `${standIn.url}${path}`,
    token === '' ? {} : { headers: { Authorization: `Bearer ${token}` } },
  );
  return { status: response.status, headers: response.headers, json: (await response.json()) as Got['json'] };
}

const environment = '/spaces/local/environments/master';

describe('errors', () => {
  it.each<[what: string, path: string, status: number, id: string, details?: object]>([
    ['no token', '/entries', 401, 'AccessTokenInvalid'],
    ['a wrong token', '/entries', 401, 'AccessTokenInvalid'],
    ['an unknown path', '/nothing', 404, 'NotFound'],
    ['an unknown entry', '/entries/x?locale=*', 404, 'NotFound', { type: 'Entry', id: 'x' }],
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
    ['a single locale', '/entries?locale=en-US', 400, 'BadRequest'],
    ['the targets of links', '/entries?locale=*&include=1', 400, 'BadRequest'],
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
  const { status, body } = writeResponse({ status: 200, json: 'x'.repeat(maximumAnswerBytes) }, 1);
  expect([status, Buffer.from(body).toString()]).toEqual([400, expect.stringContaining('too big')]);
});

describe('collections', () => {
  it('are cut into pages, in the order asked for', async () => {
    const { json } = await get(
      `${environment}/entries?content_type=opportunity&limit=2&skip=1&order=-sys.id&include=0&locale=*`,
    );
    expect(json).toMatchObject({ sys: { type: 'Array' }, total: 5, skip: 1, limit: 2 });
    expect(json['items']).toMatchObject([
      { sys: { id: 'relire-carnets' } },
      { sys: { id: 'registrar-frijoles' } },
    ]);
  });
});

describe('pictures’ files', () => {
  it('are served as they are, and only they', async () => {
    const response = await fetch(`${standIn.url}/asset-files/local/orgs--harbour.png/orgs--harbour.png`);
    expect(response.headers.get('Content-Type')).toBe('image/png');
    expect((await response.arrayBuffer()).byteLength).toBe(120);
    for (const path of [
      '/asset-files/local/..%2Fsettings%2Fsite.yml/x',
      '/asset-files/local/none.png/none.png',
    ]) {
      expect((await fetch(`${standIn.url}${path}`)).status).toBe(404);
    }
  });
});

describe('who may ask', () => {
  const entries = `${environment}/entries?limit=1&locale=*`;

  const ask = (headers: Record<string, string>, { method = 'GET', path = entries } = {}) =>
    askRaw(standIn.url, { method, path, headers: { authorization: 'Bearer local', ...headers } });

  it.each(['127.0.0.1', 'localhost', '[::1]'])('a client may that calls this machine %s', async (name) => {
    expect((await ask({ host: `${name}:${standIn.port}` })).status).toBe(200);
  });

  it.each(['evil.example', 'evil.example:PORT', '127.0.0.1', 'localhost:1', '127.0.0.1.evil.example:PORT'])(
    'a page may not whose name only points here: %s',
    async (host) => {
      const named = { host: host.replace('PORT', String(standIn.port)) };
      for (const path of [entries, '/asset-files/local/harbour/harbour.jpg'])
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
    const answer = await ask({ origin });
    expect([answer.status, answer.headers['access-control-allow-origin'], answer.headers.vary]).toEqual([
      200,
      origin,
      'Origin',
    ]);
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
