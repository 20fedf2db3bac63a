/** Sheets as bytes: the same for the same words, and PDFs whatever the words are. Poppler reads them in the browser tests. */
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { hostileText } from '@/feeds/feed.fixture';
import { countImpact } from '@/site/lists/impact';
import { searchSite } from '@/search/query/search.fixture';
import { siteContexts } from '@/views/frame/context';
import { drawPressPdf } from './draw-press-sheet';
import { posterOf } from '../share.fixture';
import { drawPosterPdf } from './draw-poster';
import { papers, tones, type Paper } from '@/views/share/papers';
import { createPressSheet } from '@/views/share/site-sheets';

const site = searchSite(['en', 'fr']);

function pressSheet(address: string) {
  const [context] = siteContexts(site, new URL(address));
  if (!context) throw new Error('The fixture lacks a language.');
  return createPressSheet(context, countImpact(site));
}

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe('a poster', () => {
  it('is the same for the same words', async () => {
    const [one, same, other] = await Promise.all(
      ['Ça coûte ?', 'Ça coûte ?', 'Autre chose'].map(async (title) =>
        latin(await drawPosterPdf(posterOf(title))),
      ),
    );
    expect(same).toBe(one);
    expect(other).not.toBe(one);
  });

  it('says its languages, its title and when its words last changed', async () => {
    const text = latin(await drawPosterPdf(posterOf('Roots')));
    for (const part of ['/Lang (fr)', '/Lang (en)', '(Roots)', '(D:20261102000000Z)', '/Marked true'])
      expect(text).toContain(part);
    expect(text).toMatch(/\/Title \d+ 0 R/);
  });

  it('has the picture of its campaign, and its words below', async () => {
    const picture = sharp({ create: { width: 1240, height: 350, channels: 3, background: '#f2a516' } });
    const text = latin(
      await drawPosterPdf(posterOf('Traduire '.repeat(34)), await picture.jpeg().toBuffer()),
    );
    expect(text).toMatch(/\/Subtype \/Image[^]*\/Width 1240/);
    expect(text.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
  });

  it('is one small page, whatever its words hold', async () => {
    const words = fc.oneof(hostileText, fc.constant('W'.repeat(300)), fc.constant('Traduire '.repeat(34)));
    const papersOf = fc.constantFrom(...(Object.keys(papers) as Paper[]));
    await fc.assert(
      fc.asyncProperty(words, papersOf, fc.constantFrom(...tones), async (title, paper, tone) => {
        const bytes = await drawPosterPdf(posterOf(`x${title}`, { paper, tone }));
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
    const sheet = (address: string) => pressSheet(address).path;
    expect(sheet('https://example.org/')).toBe(sheet('https://example.org/'));
    expect(sheet('https://example.org/')).not.toBe(sheet('https://example.net/'));
  });
});

it('a press sheet goes on on another page where there are many figures, and holds whatever words', async () => {
  const sheet = pressSheet('https://example.org/');
  const row = ['2005', 'about 600', 'organizations \u202E</title>(\\', 'Somebody’s fact sheet'] as const;
  const rows = Array.from({ length: 60 }, () => row);
  const text = latin(await drawPressPdf({ ...sheet, words: { ...sheet.words, rows } }));
  expect(text.match(/\/Type \/Page\b(?!s)/g)?.length).toBeGreaterThan(1);
  expect(text.trimEnd().endsWith('%%EOF')).toBe(true);
});
