/** The press sheet as bytes. Poppler reads its texts in the tests of a build. */
import { expect, it } from 'vitest';
import type { FigureRow } from '@/views/share/press-sheet';
import { pressSheetOf, readOperators } from '../share.fixture';
import { drawPressSheetPdf } from './draw-press-sheet';

const row: FigureRow = ['2005', 'about 600', 'organizations \u202E</title>(\\', 'Somebody’s fact sheet'];

const draw = async (figures: number) =>
  Buffer.from(await drawPressSheetPdf(pressSheetOf(Array.from({ length: figures }, () => row))));

const pagesIn = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length;

const tagsIn = (pdf: Buffer) =>
  [...readOperators(pdf).matchAll(/\/(\w+) <<\n\/MCID \d+\n>> BDC/g)].map(([, tag]) => tag);

it('is read out as a heading, then each section with its table, links and texts', async () => {
  const cells = (tag: string) => Array.from({ length: 4 }, () => tag);
  const sections = ['H2', ...cells('TH'), ...cells('TD'), 'H2', 'Link', 'Link', 'P'];
  expect(tagsIn(await draw(1))).toEqual(['H1', 'P', ...sections]);
});

it('goes on on another page where there are many figures', async () => {
  expect(pagesIn(await draw(1))).toBe(1);
  const long = await draw(60);
  expect(pagesIn(long)).toBe(2);
  expect(tagsIn(long).filter((tag) => tag === 'TD')).toHaveLength(240);
});

it('is the same for the same words, and says its language, its title and their day', async () => {
  const pdf = await draw(1);
  expect(await draw(1)).toEqual(pdf);
  for (const part of ['/Lang (fr)', '(Volontariat en ligne en bref)', '(D:20261102000000Z)', '/Marked true'])
    expect(pdf.toString('latin1')).toContain(part);
});
