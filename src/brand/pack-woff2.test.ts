import { create, type Font } from 'fontkit';
import { expect, it } from 'vitest';
import { packWoff2 } from './pack-woff2';
import { testFont, testFontName } from './typeface.fixture';

const outlines = (font: Font, text: string) =>
  font.layout(text).glyphs.map(({ path, advanceWidth }) => [path.toSVG(), advanceWidth]);

it('a packed font has the outlines, widths and names of the font file', () => {
  const file = testFont(400);
  const packed = packWoff2(file);
  const [font, original] = [create(packed) as Font, create(file) as Font];
  const text = 'Àvailable œuvre, ¿mañana? 1,234 fi';
  expect(font.type).toBe('WOFF2');
  expect(outlines(font, text)).toEqual(outlines(original, text));
  expect(font.characterSet).toEqual(original.characterSet);
  expect(font.postscriptName).toBe(`${testFontName}-Regular`);
});

it('a packed font is less than half as large, and says how large it is', () => {
  const file = testFont(700);
  const packed = packWoff2(file);
  expect(packed.length).toBeLessThan(file.length / 2);
  expect(packed.readUInt32BE(8)).toBe(packed.length);
  // As long as the file that it is unpacked into: https://www.w3.org/TR/WOFF2/#woff20Header
  expect(packed.readUInt32BE(16)).toBe(file.length);
});

it('a font that is cut off can’t be packed', () => {
  expect(() => packWoff2(testFont(400).subarray(0, 40))).toThrow(RangeError);
});
