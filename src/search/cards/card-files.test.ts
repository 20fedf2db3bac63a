import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { translator } from '@/i18n/translate';
import { encodeColumns } from '../index/encode-columns';
import { readColumns, type CardFiles } from '../facets/facet-columns';
import { cardFile } from '../page/search-paths';
import { searchSite } from '../query/search.fixture';
import { findCard, unpackCard, type PackedCard } from './card-files';
import { writeCards } from './write-cards';

const views = searchSite().byLocale.get('en')?.opportunities ?? [];
const tableWith = (cards: CardFiles) => readColumns(encodeColumns(views, { index: '', cards }));
let outDir = '';

beforeAll(async () => {
  outDir = await mkdtemp(path.join(tmpdir(), 'cards-'));
});

afterAll(() => rm(outDir, { recursive: true }));

it('finds the texts of every row', async () => {
  const table = tableWith(await writeCards(views, translator('en'), outDir));
  const titles = await Promise.all(
    views.map(async (_, row) => {
      const at = findCard(table, row);
      if (!at) return undefined;
      const file = await readFile(path.join(outDir, cardFile('en', at.file)), 'utf8');
      const card = (JSON.parse(file) as PackedCard[])[at.place];
      return card && unpackCard(card).title;
    }),
  );
  expect(views.length).toBeGreaterThan(2);
  expect(titles).toEqual(views.map(({ texts }) => texts.title.value));
});

it('finds none in the files of another build', () => {
  expect(findCard(tableWith({ names: 'AAAAAAAA', counts: [2] }), 0)).toBeUndefined();
});
