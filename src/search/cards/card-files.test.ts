import { expect, it } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { translator } from '@/i18n/translate';
import { encodeColumns } from '../index/encode-columns';
import { readColumns } from '../facets/facet-columns';
import { cardFile } from '../page/search-paths';
import { searchSite } from '../query/search.fixture';
import { findCard, type PackedCard } from './card-files';
import { writeCards } from './write-cards';

const views = searchSite().byLocale.get('en')?.opportunities ?? [];
const tableWith = (cards: string) => readColumns(encodeColumns(views, { index: '', cards }));
const site = temporaryFolder();

it('finds the texts of every row', async () => {
  const table = tableWith(writeCards(views, translator('en'), site.at()));
  const titles = views.map((_, row) => {
    const place = findCard(table, row);
    if (!place) return undefined;
    const card = (JSON.parse(site.read(cardFile('en', place.file))) as PackedCard[])[place.place];
    return card?.[2];
  });
  expect(views.length).toBeGreaterThan(2);
  expect(titles).toEqual(views.map(({ texts }) => texts.title.value));
});

it('finds none in the files of another build', () => {
  expect(findCard(tableWith(''), 0)).toBeUndefined();
});
