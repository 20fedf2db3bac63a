import { pathToFileURL } from 'node:url';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { rowStringsFile } from '@/components/opportunity/build-row-strings';
import { rowNames } from '@/components/opportunity/opportunity-facts';
import { rowFacts } from '@/components/opportunity/row-facts';
import { fitStringsFile } from '@/device/fit-page/fit-strings';
import { translator } from '@/i18n/translate';
import { opportunityCard } from '@/site/cards';
import { writeSearchIndex } from '../index/build-index';
import { filesAsWeb } from '../query/engine.fixture';
import { searchSite } from '../query/search.fixture';
import { loadSavedCards } from './saved-cards.client';

const site = searchSite();
const t = translator('fr');
const folder = temporaryFolder();
const root = `${pathToFileURL(folder.at()).href}/`;
const at = '2026-11-25T12:00:00.000Z';

beforeAll(async () => {
  await writeSearchIndex({ site, outDir: folder.at() });
  folder.write('rows.json', rowStringsFile(t).text);
  folder.write('fit.json', fitStringsFile(t).text);
});
beforeEach(filesAsWeb);

const load = (ids: readonly string[], answers: Parameters<typeof loadSavedCards>[2]) =>
  loadSavedCards({ root, locale: 'fr', tag: 'tag' }, ids, answers, {
    rows: `${root}rows.json`,
    fit: `${root}fit.json`,
  });

it('finds what is saved by its id, with the facts of every list, and leaves out what is gone', async () => {
  const cards = await load(['nurses', 'gone'], []);
  expect([...cards.keys()]).toEqual(['nurses']);
  const own = site.byLocale.get('fr')?.opportunities.find(({ id }) => id === 'nurses');
  const card = own && opportunityCard(own);
  expect(cards.get('nurses')).toMatchObject({
    card: { path: card?.path, title: card?.title, lang: 'en' },
    facts: card && rowFacts(t, rowNames(t), card),
    fit: undefined,
  });
});

it('says how it fits a visitor who has given answers', async () => {
  const cards = await load(['wells'], [{ id: 'language.fr', value: 'native', at }]);
  expect(cards.get('wells')?.fit?.(true)[0]).toMatchObject({ verdict: 'fits' });
});

it('rejects where the files can’t be loaded, rather than say that it is gone', async () => {
  await expect(
    loadSavedCards({ root: `${root}none/`, locale: 'fr', tag: 'tag' }, ['wells'], [], { rows: '', fit: '' }),
  ).rejects.toThrow();
});
