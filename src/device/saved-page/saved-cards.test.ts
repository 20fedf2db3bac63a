import { pathToFileURL } from 'node:url';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { rowNames } from '@/components/opportunity/opportunity-facts';
import { rowFacts } from '@/components/opportunity/row-facts';
import { translator } from '@/i18n/translate';
import { filesAsWeb } from '@/search/query/engine.fixture';
import { searchSite } from '@/search/query/search.fixture';
import { opportunityCard } from '@/site/cards';
import { encodeSavedCards } from './encode-saved-cards';
import { loadSavedCards } from './saved-cards.client';
import { savedFileOf } from './saved-cards';

const t = translator('fr');
const views = searchSite().byLocale.get('fr')?.opportunities ?? [];
const folder = temporaryFolder('all');
const root = () => `${pathToFileURL(folder.at()).href}/`;

beforeAll(() => {
  for (const [name, file] of Object.entries(encodeSavedCards(views, t)))
    folder.write(name, JSON.stringify(file));
});
beforeEach(filesAsWeb);

const load = (ids: readonly string[], files = 1, from = root()) =>
  loadSavedCards(ids, { locale: 'fr', cards: { files, version: 'tag' } }, from);

it('finds what is saved by its id, with the facts of every list, and leaves out what is gone', async () => {
  const cards = await load(['nurses', 'gone']);
  expect([...cards.keys()]).toEqual(['nurses']);
  const own = views.find(({ id }) => id === 'nurses');
  const card = own && opportunityCard(own);
  expect(cards.get('nurses')).toMatchObject({
    card: { path: card?.path, title: card?.title, lang: 'en' },
    facts: card && rowFacts(t, rowNames(t), card),
  });
});

it('finds it in the files of a later publish, however many there are', async () => {
  expect([...(await load(['nurses'], 8)).keys()]).toEqual(['nurses']);
});

it('rejects where the files can’t be loaded, rather than say that it is gone', async () => {
  await expect(load(['wells'], 1, `${root()}none/`)).rejects.toThrow();
});

it('spreads ids evenly over the files', () => {
  const counts = new Map<number, number>();
  for (let number = 0; number < 3200; number++) {
    const file = savedFileOf(`translate-a-guide-${number}`, 64);
    counts.set(file, (counts.get(file) ?? 0) + 1);
  }
  expect(counts.size).toBe(64);
  expect(Math.max(...counts.values())).toBeLessThan(100);
});
