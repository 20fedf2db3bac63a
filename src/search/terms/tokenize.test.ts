import { expect, it } from 'vitest';
import { tokenize } from './tokenize';

it.each([
  // Words, without accents, capitals and elisions.
  ['L’Été, à Côté', 'ete a cote'],
  // Compounds and their parts.
  ['well-being B.A.F.A.', 'wellbeing well being bafa'],
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

it('a token has its spelling with accents', () => {
  expect(tokenize('L’Été').map(({ spelled }) => spelled)).toEqual(['été']);
});
