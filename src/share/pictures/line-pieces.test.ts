/** Lines of several scripts: which way they run, and that shaping joins and orders their letters. */
import { describe, expect, it } from 'vitest';
import { layOutLine } from './line-pieces';
import { directionOf, embeddingLevels } from './writing-direction';

/** The pieces of a line as they stand from left to right. */
const fromLeft = (line: string, direction: 'ltr' | 'rtl') =>
  layOutLine(line, 700, direction)
    .toSorted((a, b) => a.left - b.left)
    .map(({ text }) => text)
    .filter((text) => text !== ' ');

describe('layOutLine', () => {
  it('lets words run from right to left, with names and numbers as they are', () => {
    expect(fromLeft('في 2026 مع Radio Mbam', 'rtl')).toEqual(['Radio Mbam', 'مع', '2', '0', '2', '6', 'في']);
    expect(fromLeft('سنة ٢٠٢٧', 'rtl')).toEqual(['٢', '٠', '٢', '٧', 'سنة']);
    expect(fromLeft('Radio مرحبا بكم Mbam', 'ltr').join('|')).toBe('Radio |بكم|مرحبا|Mbam');
  });

  it('mirrors brackets and quotation marks in a text from right to left', () => {
    expect(fromLeft('ساعة (واحدة)', 'rtl')).toEqual(['(', 'واحدة', ')', 'ساعة']);
    expect(layOutLine('«نعم»', 700, 'rtl').map(({ text }) => text)).toEqual(['»', 'نعم', '«']);
  });

  it('draws the pieces in the order in which they are read', () => {
    const pieces = layOutLine('في مع', 700, 'rtl');
    expect(pieces.map(({ text }) => text)).toEqual(['في', ' ', 'مع']);
    expect(pieces.map(({ left }) => left === 0)).toEqual([false, false, true]);
  });

  it('joins Arabic letters and forms Devanagari conjuncts', () => {
    const glyphs = (text: string) =>
      layOutLine(text, 400, directionOf(text)).flatMap(({ font, text: part }) =>
        font.layout(part).glyphs.map(({ name }) => name),
      );
    // From left to right: a final, a medial and an initial form.
    expect(glyphs('ععع')).toEqual(['uni0639.fina', 'uni0639.medi', 'uni0639.init']);
    // The vowel sign of "hi" stands before its letter, and k with ṣ is one glyph.
    expect(glyphs('हि')[1]).toBe('uni0939');
    expect(glyphs('क्ष')).toHaveLength(1);
  });
});

it.each([
  ['Roots مرحبا', 'ltr'],
  ['2026: مرحبا Roots', 'rtl'],
  ['2026', 'ltr'],
] as const)('directionOf gives %j %s', (text, direction) => {
  expect(directionOf(text)).toBe(direction);
});

it.each([
  ['ab', 'ltr', [0, 0]],
  ['نع', 'rtl', [1, 1]],
  ['a نع', 'ltr', [0, 0, 1, 1]],
  ['ن 1.5%', 'rtl', [1, 1, 2, 2, 2, 2]],
  ['a 1', 'rtl', [2, 2, 2]],
  ['نَ', 'rtl', [1, 1]],
] as const)('embeddingLevels of %j in a line %s', (text, direction, levels) => {
  expect(embeddingLevels([...text], direction)).toEqual(levels);
});
