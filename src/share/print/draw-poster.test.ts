/** Sheets as bytes: the same for the same words, and PDFs whatever the words are. Poppler reads them in the tests of a build. */
import fc from 'fast-check';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { hostileText } from '@/feeds/feed.fixture';
import { searchSite } from '@/search/query/search.fixture';
import { siteContexts } from '@/views/frame/context';
import { papers, type Paper } from '@/views/share/papers';
import { sitePosters } from '@/views/share/site-sheets';
import { posterOf } from '../share.fixture';
import { drawPosterPdf } from './draw-poster';

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

it('is the same for the same words, and says its language, its title and when its words last changed', async () => {
  const text = latin(await drawPosterPdf(posterOf('Roots')));
  expect(latin(await drawPosterPdf(posterOf('Roots')))).toBe(text);
  for (const part of ['/Lang (fr)', '(Roots)', '(D:20261102000000Z)', '/Marked true'])
    expect(text).toContain(part);
  expect(text).toMatch(/\/Title \d+ 0 R/);
});

it('has the picture of its campaign, and its words below', async () => {
  const picture = sharp({ create: { width: 1240, height: 350, channels: 3, background: '#f2a516' } });
  const text = latin(await drawPosterPdf(posterOf('Traduire '.repeat(34)), await picture.jpeg().toBuffer()));
  expect(text).toMatch(/\/Subtype \/Image[^]*\/Width 1240/);
  expect(text.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
});

it('is one small page, whatever its words hold', async () => {
  const words = fc.oneof(hostileText, fc.constant('W'.repeat(300)));
  const papersOf = fc.constantFrom(...(Object.keys(papers) as Paper[]));
  await fc.assert(
    fc.asyncProperty(words, papersOf, async (title, paper) => {
      const bytes = await drawPosterPdf(posterOf(`x${title}`, { paper }));
      const text = latin(bytes);
      expect(text.startsWith('%PDF-1.7')).toBe(true);
      expect(text.trimEnd().endsWith('%%EOF')).toBe(true);
      expect(text.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
      expect(text).not.toMatch(/\/JavaScript|\/Launch|\/EmbeddedFile/);
      expect(bytes.length).toBeLessThan(200_000);
    }),
    { numRuns: 15 },
  );
});

it('has another address where its words change', () => {
  const pathsAt = (address: string) =>
    siteContexts(searchSite(['en']), new URL(address))
      .flatMap(sitePosters)
      .map(({ path }) => path);
  expect(pathsAt('https://example.org/')).toEqual(pathsAt('https://example.org/'));
  expect(pathsAt('https://example.org/')).not.toEqual(pathsAt('https://example.net/'));
});
