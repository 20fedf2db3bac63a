/** The typeface of pictures, read from its files: text becomes outlines, so the machine's own fonts don't matter. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { cleanText } from '@/model/characters';
import { unpackWoff } from './unpack-woff';

export type FontWeight = 400 | 700;

const require = createRequire(import.meta.url);

/** The subsets of the typeface, the most used first. */
const subsets = ['latin', 'latin-ext'] as const;

const loaded = new Map<FontWeight, readonly Font[]>();

/** Loads the fonts of a weight. Atkinson Hyperlegible Next, as on the pages; SIL Open Font License. */
export function loadFonts(weight: FontWeight): readonly Font[] {
  const known = loaded.get(weight);
  if (known) return known;
  const fonts = subsets.map((subset) => {
    const name = `atkinson-hyperlegible-next-${subset}-${weight}-normal.woff`;
    const file = require.resolve(`@fontsource/atkinson-hyperlegible-next/files/${name}`);
    // A font collection isn't a single font; these files have one each.
    return create(unpackWoff(readFileSync(file))) as Font;
  });
  loaded.set(weight, fonts);
  return fonts;
}

/** Replacements of characters that the typeface lacks. */
const standIns: Readonly<Record<string, string>> = { '\u202F': '\u00A0', '\u2009': ' ', '\u2011': '-' };

/** The font of a weight with a character. */
export function findFont(character: string, weight: FontWeight): Font | undefined {
  const point = character.codePointAt(0) ?? 0;
  return loadFonts(weight).find((font) => font.hasGlyphForCodePoint(point));
}

/**
 * The drawable form of a text, without emoji and other symbols that the typeface lacks. Undefined where letters would
 * be lost, or nothing is left: a title in another script isn't shown in part.
 */
export function toDrawableText(text: string): string | undefined {
  let kept = '';
  for (const raw of cleanText(text, true).text) {
    const character = standIns[raw] ?? raw;
    if (findFont(character, 700) && findFont(character, 400)) kept += character;
    else if (/[\p{L}\p{N}]/u.test(character)) return undefined;
  }
  // Only breaking spaces are merged: non-breaking ones between a number and its unit stay.
  const tidy = kept.replaceAll(/ +/g, ' ').trim();
  return tidy === '' ? undefined : tidy;
}
