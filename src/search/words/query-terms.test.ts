import { expect, it } from 'vitest';
import { foldWord, indexWords, parseSearchQuery } from './query-terms';

it.each([
  ['Été,', 'ete'],
  ['rock’n’roll', 'rocknroll'],
  ['¿Qué?', 'que'],
  ['C++', 'c'],
  ['مُترجِم', 'مترجم'],
  // No letter and no digit.
  ...['', '?!', '🌍', '__', '’'].map((word) => [word, '']),
])('“%s” is folded to “%s”', (word, folded) => {
  expect(foldWord(word)).toBe(folded);
});

it.each([
  ['Well-being, été', 'wellbeing well being ete'],
  ['OpenStreetMap', 'openstreetmap open street map'],
  ['and/or A4 e-mail', 'andor and or a4 email mail'],
  ['Cusco–Collao', 'cuscocollao cusco collao'],
  ['Rock’n’roll,', 'rocknroll'],
  [' — 🌍 ', ''],
])('“%s” has its words whole and in parts: %s', (text, words) => {
  expect(indexWords(text).join(' ')).toBe(words);
});

it.each([
  ['L’eau et/ou le sol', 'eau et ou le sol', 'eau et ou le sol'],
  ['<img src=x onerror=alert(1)>', 'img src x onerror alert 1', 'img src x onerror alert 1'],
  ['well-being', 'well-being', 'well-being'],
  // A phrase stays whole.
  [' "western africa" ', '"western africa"', ''],
  // No letter and no digit.
  ...['', '?!', '🌍 — …', '"', '"?"'].map((words) => [words, '', '']),
] as [string, string, string][])('the query “%s” is “%s”, with the terms “%s”', (query, text, terms) => {
  const parsed = parseSearchQuery(query);
  expect(parsed.text).toBe(text);
  expect(parsed.terms.join(' ')).toBe(terms);
});
