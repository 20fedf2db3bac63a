import { expect, it } from 'vitest';
import type { SearchDocument } from '../../index/documents';
import { loadLanguage } from '../../words/load-language';
import { buildPairs } from './build-pairs';
import { buildStems } from './build-terms';
import { countWords } from './count-words';
import { numberDocuments } from './numbered-texts';
import { readShard } from '../term-shard';

/** The pairs of texts, newest first, with the serials of those that have them. */
async function pairsOf(...texts: string[]) {
  const rules = await loadLanguage('en');
  const counts = countWords(
    numberDocuments(texts.map((content) => ({ meta: {}, content }) as SearchDocument)),
  );
  const lines = [...buildPairs(counts, buildStems(counts, rules), rules)];
  const shard = readShard(lines.map(({ line }) => line).join('\n'));
  return shard.stems.map((pair) => {
    const postings = [...(shard.read(pair)?.forms.values() ?? [])].flat();
    return `${pair} ${postings.map(({ serial }) => serial).join()}`;
  });
}

it('has the stems of neighbouring words, in their order', async () => {
  expect(await pairsOf('clean water', 'water that is clean', 'clean waters')).toEqual([
    'clean water 0,2',
    'water clean 1',
  ]);
});

it('skips function words, and ends at the end of a sentence', async () => {
  expect(await pairsOf('food for cats', 'Cats. Food!', 'food: cats')).toEqual(['food cat 2']);
});

it('has those of the names that an opportunity is filed under, each on its own', async () => {
  const rules = await loadLanguage('en');
  const meta = { organization: 'Atoll Archive', words: 'Western Africa, Africa, Senegal' };
  const counts = countWords(numberDocuments([{ meta, content: '' } as SearchDocument]));
  const lines = [...buildPairs(counts, buildStems(counts, rules), rules)];
  expect(lines.map(({ word }) => word)).toEqual(['atol archiv', 'western africa']);
});
