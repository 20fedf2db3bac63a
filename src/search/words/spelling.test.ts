import { describe, expect, it } from 'vitest';
import { joinElisions, otherSpellings, searchWords, splitElisions } from './spelling';

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

describe('searchWords', () => {
  it('makes of a query what the index holds', () => {
    expect(searchWords("l'œuvre d’art")).toBe('oeuvre art');
    expect(searchWords('"main-d’œuvre"')).toBe('"main-oeuvre"');
  });
});

describe('otherSpellings', () => {
  it('lists words with ligatures, once each', () => {
    expect(otherSpellings('Le cœur, la sœur, un Cœur et cætera')).toEqual(['caetera', 'coeur', 'soeur']);
  });

  it('lists what dashes join, in parts', () => {
    expect(otherSpellings('Quechua (Cusco–Collao), 2020—2022, well-being – or not')).toEqual([
      '2020',
      '2022',
      'collao',
      'cusco',
    ]);
  });
});
