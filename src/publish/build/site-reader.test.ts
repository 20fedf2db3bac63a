import { OperatorError } from '@/model/operator-error';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { findSecrets } from '@/config/secrets';
import { createSiteReader } from './site-reader';

const token = 'a-token-of-sixteen-and-more';

const folder = temporaryFolder();
const { write } = folder;

const newReader = () =>
  createSiteReader('https://a.example', findSecrets({ CONTENTFUL_DELIVERY_TOKEN: token }));

async function readAll(reader = newReader()) {
  await reader.readFolder(folder.at());
  return {
    pages: reader.pagePaths().toSorted(),
    dead: reader.findDead().map(({ page, address }) => `${page} -> ${address}`),
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
    await expect(newReader().readFolder(folder.at())).rejects.toThrow(
      'The value of CONTENTFUL_DELIVERY_TOKEN stands in en/list.ics.',
    );
  });
});

describe('a site that is read while it is made', () => {
  const page = {
    file: '/en/index.html',
    hash: 'abc',
    addresses: ['/en/later/', '/gone/'],
    anchors: [],
  };

  it('has the pages that were read where they were rendered, without reading them again', async () => {
    const reader = newReader();
    reader.addPages([page]);
    write('en/index.html', token);
    write('en/later/index.html', '');
    await reader.readFolder(folder.at());
    const hashes = reader.hashes();
    expect(reader.pagePaths()).toEqual(['/en/', '/en/later/']);
    expect(reader.findDead()).toEqual([{ page: '/en/', address: '/gone/' }]);
    expect(hashes.get('/en/index.html')).toBe('abc');
    expect([...hashes.keys()].toSorted()).toEqual(['/en/index.html', '/en/later/index.html']);
  });

  it('is read in several steps, each file once', async () => {
    const reader = newReader();
    write('first/a.txt', 'a');
    await reader.readFolder(folder.at('first'));
    write('first/b.txt', 'b');
    await reader.readFolder(folder.at('first'));
    expect([...reader.hashes().keys()]).toEqual(['/a.txt', '/b.txt']);
  });

  it('isn’t read on where the build has ended', async () => {
    write('en/index.html', '');
    const ended = AbortSignal.abort(new Error('ended'));
    await expect(newReader().readFolder(folder.at(), ended)).rejects.toThrow('ended');
  });
});
