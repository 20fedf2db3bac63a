import { expect, it } from 'vitest';
import type { SearchDocument } from '../index/documents';
import { buildStems } from '../terms/build/build-terms';
import { countWords } from '../terms/build/count-words';
import { numberDocuments } from '../terms/build/numbered-texts';
import { loadLanguage } from '../words/load-language';
import { relatedLines, stemRelatedWords } from './related-lines';
import { readRelatedShard } from './related-shard';

const readText = (content: string) => ({ meta: {}, content }) as SearchDocument;

/** The related words of a folded word in a site with these texts. */
async function relatedIn(texts: readonly string[], locale: string, folded: string) {
  const rules = await loadLanguage(locale);
  const stems = buildStems(countWords(numberDocuments(texts.map(readText))), rules);
  const lines = relatedLines(stemRelatedWords(locale, rules), stems, texts.length);
  return readRelatedShard(lines.map(({ line }) => line).join('\n')).get(rules.stem(folded));
}

it('keeps related words that texts have, in their spelling there', async () => {
  expect(await relatedIn(['Meals for families', 'A larder'], 'en', 'pantry')).toEqual(['larder']);
  expect(await relatedIn(['Pour des réfugiés'], 'fr', 'migrant')).toEqual(['réfugiés']);
});

it('has a word without its accents, as people type it', async () => {
  expect(await relatedIn(['Des migrants'], 'fr', 'refugie')).toEqual(['migrants']);
});

it('leaves out words that many texts have: they find enough', async () => {
  const texts = Array.from({ length: 10 }, () => 'A pantry and a larder');
  expect(await relatedIn(texts, 'en', 'pantry')).toBe(undefined);
});

it('has none in a language without a table, and none without texts', async () => {
  expect(await relatedIn(['Speisen'], 'de', 'essen')).toBe(undefined);
  expect(await relatedIn([], 'en', 'pantry')).toBe(undefined);
});
