import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findSecrets } from '@/config/secrets';
import { listFiles, createSiteReader } from './site-reader';
import { VerifyError } from '../verify/verify-error';

const { signal } = new AbortController();
const token = 'a-token-of-sixteen-and-more';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'read-site-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const newReader = () =>
  createSiteReader('https://a.example', findSecrets({ CONTENTFUL_DELIVERY_TOKEN: token }));

async function readAll(reader = newReader()) {
  const { sizes, dead } = await reader.read(folder, listFiles(folder));
  return { sizes: Object.fromEntries(sizes), dead: dead.map(({ page, address }) => `${page} -> ${address}`) };
}

describe('the files of a site', () => {
  it('are named from its root', () => {
    write('en/a/index.html', '');
    write('robots.txt', '');
    expect([...listFiles(folder)].toSorted()).toEqual(['/en/a/index.html', '/robots.txt']);
    expect(listFiles(path.relative('.', folder)).size).toBe(2);
  });
});

describe('a site that is read', () => {
  it('tells the size of its pages and what leads nowhere', async () => {
    write('en/index.html', '<a href="/en/a/">A</a><a href="/en/b/">B</a>');
    write('en/a/index.html', '');
    write('embed/en/index.html', 'shown elsewhere');
    write('en/search.json', '{"href":"/nowhere/"}');
    expect(await readAll()).toEqual({ sizes: { '/en/': 44, '/en/a/': 0 }, dead: ['/en/ -> /en/b/'] });
  });

  it('has no secret in it, whatever kind of text it stands in', async () => {
    write('en/list.ics', `X-TOKEN:${token}`);
    await expect(readAll()).rejects.toThrow(VerifyError);
    await expect(newReader().readEarly(folder, signal)).rejects.toThrow(
      'The value of CONTENTFUL_DELIVERY_TOKEN stands in en/list.ics.',
    );
  });
});

describe('a site that is read while it is made', () => {
  it('is read again where it has changed, and not where it was moved', async () => {
    write('beside/en/moved/index.html', '<a href="/en/later/">Later</a>');
    write('site/en/index.html', '<a href="/nowhere/">Half a pa');
    const reader = newReader();
    await reader.readEarly(path.join(folder, 'beside'), signal);
    await reader.readEarly(path.join(folder, 'site'), signal);
    write('site/en/index.html', '<a href="/en/later/">Later</a>');
    write('site/en/later/index.html', '<a href="/gone/">Gone</a>');
    renameSync(path.join(folder, 'beside/en/moved'), path.join(folder, 'site/en/moved'));
    rmSync(path.join(folder, 'beside'), { recursive: true });
    const site = path.join(folder, 'site');
    const { sizes, dead } = await reader.read(site, listFiles(site));
    expect(Object.fromEntries(sizes)).toEqual({ '/en/': 30, '/en/moved/': 30, '/en/later/': 25 });
    expect(dead).toEqual([{ page: '/en/later/', address: '/gone/' }]);
  });

  it('has its pages finished, but for those that may still be being written', async () => {
    const html = '<html><head></head><body><style>astro-island{display:contents}</style></body></html>';
    const done = '<html><head><style>astro-island{display:contents}</style></head><body></body></html>';
    const page = () => readFileSync(path.join(folder, 'en/index.html'), 'utf8');
    const reader = newReader();
    write('en/index.html', html);
    await reader.readEarly(folder, signal, 60_000);
    expect(page()).toBe(html);
    await reader.readEarly(folder, signal);
    expect(page()).toBe(done);
    expect((await readAll(reader)).sizes).toEqual({ '/en/': done.length });
  });

  it('says nothing of what is gone in the end', async () => {
    write('en/index.html', '');
    write('en/draft/index.html', '<a href="/nowhere/">Nowhere</a>');
    const reader = newReader();
    await reader.readEarly(folder, signal);
    rmSync(path.join(folder, 'en/draft'), { recursive: true });
    expect(await readAll(reader)).toEqual({ sizes: { '/en/': 0 }, dead: [] });
  });

  it('is looked for until it is there, and without what the renderer works with', async () => {
    const reader = newReader();
    await reader.readEarly(path.join(folder, 'not-yet'), signal);
    write('.prerender/chunk.mjs', token);
    await reader.readEarly(folder, signal);
  });

  it('isn’t read on where nobody waits for it', async () => {
    write('en/index.html', '');
    await expect(newReader().readEarly(folder, AbortSignal.abort(new Error('ended')))).rejects.toThrow(
      'ended',
    );
  });
});
