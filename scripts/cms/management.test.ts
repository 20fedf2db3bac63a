import { createServer } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import { readConfig } from '@/config/config';
import { requireManagement } from '@/config/space';
import { defaultSettings } from '@/sources/contentful/contentful-config';
import { openDelivery } from '@/sources/contentful/delivery';
import { startServer } from '../local/listen';
import { openManagement, readAllItems } from './management';

/** Serves lists of ids in pages; `change` may replace the list after a page. */
function serve(
  first: readonly number[],
  change: (page: number, ids: readonly number[]) => readonly number[],
) {
  let ids = first;
  let pages = 0;
  return ({ skip, limit }: { skip: number; limit: number }) => {
    const answer = { items: ids.slice(skip, skip + limit), total: ids.length };
    pages += 1;
    ids = change(pages, ids);
    return Promise.resolve(answer);
  };
}

const ids = Array.from({ length: 250 }, (_, index) => index);

describe('readAllItems', () => {
  it('reads every page once', async () => {
    expect(await readAllItems(serve(ids, (_, all) => all))).toEqual(ids);
  });

  it('begins again where an item is deleted between pages, which would hide another one', async () => {
    const fetchPage = serve(ids, (page, all) => (page === 1 ? all.slice(1) : all));
    expect(await readAllItems(fetchPage)).toEqual(ids.slice(1));
  });

  it('gives up where the list never stands still', async () => {
    const fetchPage = serve(ids, (page, all) => [...all, 1000 + page]);
    await expect(readAllItems(fetchPage)).rejects.toThrow('changed while they were read');
  });
});

describe('CONTENTFUL_HOST', () => {
  // The hosts are those that a proxy is asked for.
  it.each([
    [undefined, 'contentful.com'],
    ['cdn.contentful.com', 'contentful.com'],
    ['eu.contentful.com', 'eu.contentful.com'],
    ['cdn.eu.contentful.com', 'eu.contentful.com'],
    ['api.eu.contentful.com', 'eu.contentful.com'],
  ])('%s leads to each API of %s', async (host, region) => {
    const asked: string[] = [];
    const server = createServer().on('connect', ({ url = '' }, socket) => {
      asked.push(url.replace(/:443$/, ''));
      socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
    });
    const proxy = await startServer(server, 0);
    vi.stubEnv('HTTPS_PROXY', `http://127.0.0.1:${proxy.port}`);
    vi.stubEnv('https_proxy', `http://127.0.0.1:${proxy.port}`);
    const env = { CONTENTFUL_SPACE_ID: 'abc', CONTENTFUL_MANAGEMENT_TOKEN: 'cma', CONTENTFUL_HOST: host };
    const space = requireManagement(readConfig(env, 'transfer'));
    const ask = openManagement(space, { retryLimit: 0, timeoutMs: 5000 });
    await expect(ask('asking', (client) => client.space.get({}))).rejects.toThrow();
    const file = new Uint8Array([1]).buffer;
    await expect(ask('sending', (client) => client.upload.create({}, { file }))).rejects.toThrow();
    const settings = { ...defaultSettings, retryLimit: 0, maximumAttempts: 1 };
    for (const drafts of [false, true]) {
      const delivery = openDelivery({ ...space, drafts }, settings, () => undefined);
      await expect(delivery.locales()).rejects.toThrow();
    }
    await proxy.close();
    expect(asked).toEqual(['api', 'upload', 'cdn', 'preview'].map((api) => `${api}.${region}`));
  });
});
