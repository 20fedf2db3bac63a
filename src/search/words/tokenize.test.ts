import { expect, it } from 'vitest';
import { foldWord, tokenize } from './tokenize';

it.each([
  // Words, without accents, capitals and elisions.
  ['L’Été, à Côté', 'ete a cote'],
  // Compounds and their parts.
  ['well-being B.A.F.A.', 'wellbeing well being bafa'],
  ['OpenStreetMap and/or A4', 'openstreetmap open street map andor and or a4'],
  ['Cusco–Collao', 'cuscocollao cusco collao'],
  // Ligatures are spelled out.
  ['un cœur, ex æquo', 'un coeur ex aequo'],
  // Names with signs.
  ['(C++, C#) or .NET.', 'c++ c# or .net'],
  // Addresses as a whole and in parts.
  ['help@pantry.example', 'helppantryexample help pantry example'],
  ['dogs🐶 ❤️', 'dogs 🐶 ❤'],
  ['* "" … -', ''],
])('the tokens of “%s” are “%s”', (text, folded) => {
  const tokens = tokenize(text);
  expect(tokens.map((token) => token.folded).join(' ')).toBe(folded);
});

it('a token has its spelling with accents and ligatures', () => {
  expect(tokenize('L’Été, l’Œuvre').map(({ spelled }) => spelled)).toEqual(['été', 'œuvre']);
});

it.each([
  ['Été,', 'ete'],
  ['¿Qué?', 'que'],
  ['مُترجِم', 'مترجم'],
  // No letter and no digit.
  ...['', '?!', '🌍', '__', '’'].map((word) => [word, '']),
])('“%s” is folded to “%s”', (word, folded) => {
  expect(foldWord(word)).toBe(folded);
});
