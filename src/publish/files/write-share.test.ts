import { expect, it } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { searchSite } from '@/search/query/search.fixture';
import { siteContexts } from '@/views/frame/context';
import { sitePictures } from '@/views/share/site-pictures';
import { writeShare } from './write-share';

const folder = temporaryFolder();

const write = (out: string) =>
  writeShare({
    site: searchSite(['en', 'fr']),
    write: (name, bytes) => void folder.write(`${out}${name}`, Buffer.from(bytes)),
    siteUrl: 'https://example.org/',
    progress: () => undefined,
    signal: new AbortController().signal,
    cacheFolder: folder.at('cache'),
  });

it('draws what is new, and takes the rest from what it has drawn before', async () => {
  const first = await write('one');
  expect(first.made).toBe(first.files);
  expect(await write('two')).toEqual({ files: first.files, made: 0 });
  expect(folder.files('two')).toEqual(folder.files('one'));
  const [picture] = siteContexts(searchSite(['en']), new URL('https://example.org/')).flatMap(sitePictures);
  expect(folder.read(`two${picture?.path}`).slice(1, 4)).toBe('PNG');
});
