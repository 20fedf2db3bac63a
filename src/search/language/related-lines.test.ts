import { expect, it } from 'vitest';
import type { SearchDocument } from '../index/documents';
import { buildStems } from '../terms/build/build-stems';
import { countWords } from '../terms/build/count-words';
import { loadLanguage } from '../words/load-language';
import { relatedLines, stemRelatedWords } from './related-lines';
import { readRelatedWords } from './related-words';

const readText = (content: string) => ({ meta: {}, content }) as SearchDocument;

const languages = new Map(
  await Promise.all(
    ['en', 'fr', 'de'].map(async (locale) => {
      const rules = await loadLanguage(locale);
      return [locale, { rules, words: stemRelatedWords(locale, rules) }] as const;
    }),
  ),
);

/** The related words of a folded word in a site with these texts. */
function relatedIn(texts: readonly string[], locale: string, folded: string) {
  const language = languages.get(locale);
  if (!language) throw new Error(`${locale} isn’t read.`);
  const stems = buildStems(countWords(texts.map(readText)), language.rules);
  const lines = relatedLines(language.words, stems, texts.length);
  return readRelatedWords(lines.map(({ line }) => line).join('\n')).get(language.rules.stem(folded));
}

const many = Array.from({ length: 10 }, () => 'A pantry and a larder');

it.each<[string, readonly string[], string, string, string[] | undefined]>([
  ['those that texts have', ['Meals for families', 'A larder'], 'en', 'pantry', ['larder']],
  ['their spelling in the texts', ['Pour des réfugiés'], 'fr', 'migrant', ['réfugiés']],
  ['those of a word typed without its accents', ['Des migrants'], 'fr', 'refugie', ['migrants']],
  ['none that many texts have: they find enough', many, 'en', 'pantry', undefined],
  ['none in a language without a table', ['Speisen'], 'de', 'essen', undefined],
  ['none without texts', [], 'en', 'pantry', undefined],
])('the related words of a word are %s', (_, texts, locale, folded, expected) => {
  expect(relatedIn(texts, locale, folded)).toEqual(expected);
});
