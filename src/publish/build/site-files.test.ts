import { OperatorError } from '@/model/operator-error';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { findSecrets } from '@/config/secrets';
import { createSiteFiles } from './site-files';

const token = 'a-token-of-sixteen-and-more';

const folder = temporaryFolder();
const { write } = folder;

const newSite = () =>
  createSiteFiles({
    folder: folder.at(),
    siteUrl: 'https://a.example',
    secrets: findSecrets({ CONTENTFUL_DELIVERY_TOKEN: token }),
  });

async function readAll(site = newSite()) {
  await site.readOthers();
  return {
    pages: site.pagePaths.toSorted(),
    dead: site.findDead().map(({ page, address }) => `${page} -> ${address}`),
  };
}

describe('a site that is read', () => {
  it('tells its pages and what leads nowhere', async () => {
    write('en/index.html', '<a href="/en/a/">A</a><a href="/en/b/">B</a>');
    write('en/a/index.html', '');
    write('embed/en/index.html', 'shown elsewhere');
    write('en/search.json', '{"href":"/nowhere/"}');
    expect(await readAll()).toEqual({ pages: ['/en/', '/en/a/'], dead: ['/en/ -> /en/b/'] });
  });

  it('has no secret in it, whatever kind of text it stands in', async () => {
    write('en/list.ics', `X-TOKEN:${token}`);
    await expect(readAll()).rejects.toThrow(OperatorError);
    await expect(readAll()).rejects.toThrow('The value of CONTENTFUL_DELIVERY_TOKEN stands in en/list.ics.');
    expect(() => newSite().write('/media/a.png', token)).toThrow(OperatorError);
  });
});

describe('a site that is made', () => {
  const page = {
    file: '/en/index.html',
    hash: 'abc',
    addresses: ['/en/later/', '/gone/'],
    anchors: [],
  };

  it('has the files that were read when they were made, without reading them again', async () => {
    const site = newSite();
    site.addPages([page]);
    write('en/index.html', token);
    write('en/later/index.html', '');
    await site.readOthers();
    const hashes = site.hashes;
    expect(site.pagePaths).toEqual(['/en/', '/en/later/']);
    expect(site.findDead()).toEqual([{ page: '/en/', address: '/gone/' }]);
    expect(hashes.get('/en/index.html')).toBe('abc');
    expect([...hashes.keys()].toSorted()).toEqual(['/en/index.html', '/en/later/index.html']);
  });

  const plan = (path: string) => ({ paths: [path], key: undefined, make: () => [{ path, text: path }] });
  const { signal } = new AbortController();

  it('has each planned file in its folder', async () => {
    await newSite().writePlanned(['/fr/feed.xml', '/index.txt'].map(plan), signal);
    expect(folder.files().map((path) => folder.read(path))).toEqual(['/fr/feed.xml', '/index.txt']);
  });

  it('has no file twice', async () => {
    const site = newSite();
    site.addPages([page]);
    await expect(site.writePlanned([plan(page.file)], signal)).rejects.toThrow('is made twice');
  });

  it('isn’t written on where the build has ended', async () => {
    const stop = new AbortController();
    setImmediate(() => stop.abort());
    function* endless() {
      for (let number = 0; ; number++) yield plan(`/${number}.txt`);
    }
    await expect(newSite().writePlanned(endless(), stop.signal)).rejects.toThrow('aborted');
    expect(folder.files().length).toBeLessThan(100);
  });
});
