import { describe, expect, it } from 'vitest';
import { joinElisions, otherSpellings, splitElisions, withoutElisions } from './spelling';

const french = 'L’école d’à côté, jusqu’où ? « L’œuvre » qu’elle lit aujourd’hui, l’après-midi (d’abord).';

describe('elisions', () => {
  it('are split into words', () => {
    expect(splitElisions(french)).toBe(
      'L’ école d’ à côté, jusqu’ où ? « L’ œuvre » qu’ elle lit aujourd’hui, l’ après-midi (d’ abord).',
    );
  });

  it('come back as they were', () => {
    expect(joinElisions(splitElisions(french))).toBe(french);
    expect(joinElisions('pages de l’ ')).toBe('pages de l’');
  });

  it('leave English and Spanish alone', () => {
    const others = 'The farmers’ club don’t say women’s, and it’s Ada’s. El niño no sabe qué.';
    expect(splitElisions(others)).toBe(others);
    expect(joinElisions(others)).toBe(others);
  });
});

it.each([
  ["l'œuvre d’art", 'œuvre art'],
  ['"main-d’œuvre"', '"main-œuvre"'],
])('without its elisions “%s” is “%s”', (query, words) => {
  expect(withoutElisions(query)).toBe(words);
});

it.each([
  // Words with ligatures, once each.
  ['Le cœur, la sœur, un Cœur et cætera', 'caetera coeur soeur'],
  // What dashes join, in parts.
  ['Quechua (Cusco–Collao), 2020—2022, well-being – or not', '2020 2022 collao cusco'],
])('the other spellings in “%s” are “%s”', (text, spellings) => {
  expect(otherSpellings(text).join(' ')).toBe(spellings);
});
