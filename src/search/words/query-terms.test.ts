import { describe, expect, it } from 'vitest';
import { foldWord, indexWords, parseSearchQuery } from './query-terms';

describe('foldWord', () => {
  it('drops capitals, accents and signs', () => {
    expect(foldWord('Été,')).toBe('ete');
    expect(foldWord('rock’n’roll')).toBe('rocknroll');
    expect(foldWord('¿Qué?')).toBe('que');
    expect(foldWord('C++')).toBe('c');
    expect(foldWord('مُترجِم')).toBe('مترجم');
  });

  it('leaves nothing of what has no letter and no digit', () => {
    for (const word of ['', '?!', '🌍', '__', '’']) expect(foldWord(word)).toBe('');
  });
});

describe('indexWords', () => {
  it('gives compounds whole and in parts', () => {
    expect(indexWords('Well-being, été')).toEqual(['wellbeing', 'well', 'being', 'ete']);
    expect(indexWords('OpenStreetMap')).toEqual(['openstreetmap', 'open', 'street', 'map']);
    expect(indexWords('and/or A4 e-mail')).toEqual(['andor', 'and', 'or', 'a4', 'email', 'mail']);
    expect(indexWords('Cusco–Collao')).toEqual(['cuscocollao', 'cusco', 'collao']);
    expect(indexWords('Rock’n’roll,')).toEqual(['rocknroll']);
    expect(indexWords(' — 🌍 ')).toEqual([]);
  });
});

describe('parseSearchQuery', () => {
  it('takes words apart at what stands between words', () => {
    expect(parseSearchQuery('L’eau et/ou le sol')).toEqual({
      text: 'eau et ou le sol',
      terms: ['eau', 'et', 'ou', 'le', 'sol'],
    });
    expect(parseSearchQuery('<img src=x onerror=alert(1)>').terms).toEqual([
      'img',
      'src',
      'x',
      'onerror',
      'alert',
      '1',
    ]);
    expect(parseSearchQuery('well-being').terms).toEqual(['well-being']);
  });

  it('keeps a phrase whole', () => {
    expect(parseSearchQuery(' "western africa" ')).toEqual({ text: '"western africa"', terms: [] });
  });

  it('looks nothing up where there is no letter and no digit', () => {
    for (const words of ['', '?!', '🌍 — …', '"', '"?"'])
      expect(parseSearchQuery(words)).toEqual({ text: '', terms: [] });
  });
});
