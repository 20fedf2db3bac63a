import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { unpackWoff } from './unpack-woff';

const packed = readFileSync(
  createRequire(import.meta.url).resolve(
    '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff',
  ),
);

const outlines = (font: Font, text: string) =>
  font.layout(text).glyphs.map(({ path, advanceWidth }) => [path.toSVG(), advanceWidth]);

describe('a font as SFNT', () => {
  it('has the outlines, widths and names of the packed one', () => {
    const [font, original] = [create(unpackWoff(packed)) as Font, create(packed) as Font];
    const text = 'Àvailable œuvre, ¿mañana? 1,234 fi';
    expect(outlines(font, text)).toEqual(outlines(original, text));
    expect(font.characterSet).toEqual(original.characterSet);
    expect(font.postscriptName).toBe(original.postscriptName);
  });

  it('has a directory whose checksums are right', () => {
    const font = unpackWoff(packed);
    const count = font.readUInt16BE(4);
    expect(count).toBe(packed.readUInt16BE(12));
    const wrong = Array.from({ length: count }, (_, index) => 12 + index * 16).filter((at) => {
      const tag = font.toString('latin1', at, at + 4);
      const offset = font.readUInt32BE(at + 8);
      let sum = 0;
      for (let place = 0; place < font.readUInt32BE(at + 12); place += 4)
        // The whole file’s own checksum is left out of the sum of its table.
        if (tag !== 'head' || place !== 8) sum = (sum + font.readUInt32BE(offset + place)) >>> 0;
      return sum !== font.readUInt32BE(at + 4);
    });
    expect(wrong).toEqual([]);
  });

  it('is refused where the file is cut off', () => {
    expect(() => unpackWoff(packed.subarray(0, packed.length / 2))).toThrow();
    expect(() => unpackWoff(packed.subarray(0, 30))).toThrow(RangeError);
  });
});
