import { expect, it } from 'vitest';
import { openSubset } from './typeface';

it('keeps the character of a glyph that was first drawn as a part of another', () => {
  const font = openSubset('@fontsource/atkinson-hyperlegible-next', 'latin', 400);
  // Its outline is that of two full stops.
  expect(font.layout(':').glyphs[0]?.path.toSVG()).not.toBe('');
  expect(font.layout('.').glyphs[0]?.codePoints).toEqual([0x2e]);
});
