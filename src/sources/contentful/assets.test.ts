import { SecretValue } from '@/config/secret-value';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createAsset } from './assets';
import { defaultSettings } from './contentful-config';

const codes = { default: 'en-US', byLocale: new Map([['fr', 'fr-FR']] as const) };
const settings = { ...defaultSettings, retryLimit: 1, retryMs: 1, assetBytes: 1024 * 1024 };
const config = { space: 'local', environment: 'master', token: new SecretValue('local') };

let server: Server | undefined;
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function asset(url: unknown, code = 'en-US') {
  return { id: 'hero', value: { fields: { file: { [code]: { url } } } } };
}

function read(url: string, host?: string) {
  const found = createAsset(asset(url), codes, host === undefined ? config : { ...config, host }, settings);
  return found?.read();
}

describe('assetOf', () => {
  it.each([{ fields: {} }, { fields: { file: null } }, { fields: { file: { 'en-US': {} } } }, {}])(
    'is nothing where no file was uploaded: %j',
    (value) => {
      expect(createAsset({ id: 'hero', value }, codes, config, settings)).toBeUndefined();
    },
  );

  it('takes the default locale’s file, else another language’s', () => {
    expect(createAsset(asset('//x.example/a', 'fr-FR'), codes, config, settings)?.where).toBe(
      'Contentful asset hero',
    );
    expect(createAsset(asset('//x.example/a', 'de-DE'), codes, config, settings)).toBeUndefined();
  });
});

describe('reading an asset', () => {
  it('gives the bytes, after a failure of the server at the second request', async () => {
    let requests = 0;
    const host = await serve((_request, response) => {
      requests += 1;
      response.statusCode = requests === 1 ? 503 : 200;
      response.end(Buffer.from([1, 2, 3]));
    });
    expect(await read(`//${host}/a.png`, host)).toEqual(Buffer.from([1, 2, 3]));
  });

  it.each([
    ['it answered 404', 404, {}, ''],
    ['it is empty', 200, { 'Content-Type': 'image/png' }, ''],
    ['a web page came in its place', 200, { 'Content-Type': 'text/html; charset=utf-8' }, '<html>Sign in'],
    ['it is larger than 1 MB', 200, {}, Buffer.alloc(1024 * 1024 + 1)],
    // No redirect is followed.
    ['the connection failed', 302, { Location: 'http://127.0.0.1:1/' }, ''],
  ])('says where it failed, and that %s', async (reason, status, headers, body) => {
    const host = await serve((_request, response) => response.writeHead(status, headers).end(body));
    await expect(read(`//${host}/a.png?token=1`, host)).rejects.toThrow(
      `Contentful asset hero can’t be fetched from ${host}/a.png: ${reason}`,
    );
  });

  it('stops waiting', async () => {
    const host = await serve(() => undefined);
    const impatient = { ...settings, timeoutMs: 30, retryLimit: 0 };
    const found = createAsset(asset(`//${host}/a.png`), codes, { ...config, host }, impatient);
    await expect(found?.read()).rejects.toThrow('no answer in 30 ms');
  });

  it.each([
    'http://images.example/a.png',
    'http://127.0.0.1:1/a.png',
    'file:///etc/passwd',
    'data:,x',
    'nonsense',
  ])('refuses %s', async (url) => {
    await expect(read(url)).rejects.toThrow('Contentful asset hero has an address that is not HTTPS.');
  });

  it('speaks plain HTTP to loopback only, even where the API is on loopback', async () => {
    await expect(read('http://images.example/a.png', '127.0.0.1:4600')).rejects.toThrow('not HTTPS');
  });
});
