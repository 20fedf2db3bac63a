import { describe, expect, it } from 'vitest';
import { restoreSpelling, parseExcerpt } from './excerpt';

describe('parseExcerpt', () => {
  it('tells hits from the rest', () => {
    expect(parseExcerpt('clean <mark>water</mark> for <mark>Senegal.</mark>', 'en')).toEqual([
      { text: 'clean ', marked: false },
      { text: 'water', marked: true },
      { text: ' for ', marked: false },
      { text: 'Senegal', marked: true },
      { text: '.', marked: false },
    ]);
  });

  it('takes whatever else it finds for text', () => {
    expect(parseExcerpt('&lt;img src=x onerror=y&gt; <b>R&D</b> <mark>x', 'en')).toEqual([
      { text: '<img src=x onerror=y> <b>R&D</b> ', marked: false },
      { text: 'x', marked: false },
    ]);
    expect(parseExcerpt('', 'en')).toEqual([]);
  });

  it('puts elisions together again, also around a hit', () => {
    const pieces = parseExcerpt('jusqu’ à l’ <mark>école</mark> d’ <mark>à</mark> côté', 'fr');
    expect(pieces.map(({ text }) => text).join('')).toBe('jusqu’à l’école d’à côté');
  });
});

describe('restoreSpelling', () => {
  it('restores the spaces of French', () => {
    expect(restoreSpelling('« Ça » va ? Oui : bien', 'fr')).toBe(
      '«\u202fÇa\u202f» va\u202f? Oui\u00a0: bien',
    );
    expect(restoreSpelling('Why ? Yes : so', 'en')).toBe('Why ? Yes : so');
  });
});
