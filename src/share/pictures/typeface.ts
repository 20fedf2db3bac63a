/** The typeface of pictures, read from its files: text becomes outlines, so that no machine's own fonts matter. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { cleanText } from '@/model/characters';
import { sfntOf } from './sfnt';

export type FontWeight = 400 | 700;

const require = createRequire(import.meta.url);

/** The parts that the typeface comes in, the most used first. */
const subsets = ['latin', 'latin-ext'] as const;

const loaded = new Map<FontWeight, readonly Font[]>();

/** The fonts of a weight. Atkinson Hyperlegible Next, as on the pages; SIL Open Font License. */
export function fontsOf(weight: FontWeight): readonly Font[] {
  const known = loaded.get(weight);
  if (known) return known;
  const fonts = subsets.map((subset) => {
    const name = `atkinson-hyperlegible-next-${subset}-${weight}-normal.woff`;
    const file = require.resolve(`@fontsource/atkinson-hyperlegible-next/files/${name}`);
    // A collection of fonts has no single one; these files hold one each.
    return create(sfntOf(readFileSync(file))) as Font;
  });
  loaded.set(weight, fonts);
  return fonts;
}

/** Signs that the typeface lacks, and those that stand in for them. */
const standIns: Readonly<Record<string, string>> = { '\u202F': '\u00A0', '\u2009': ' ', '\u2011': '-' };

/** The font of a weight that has a character. */
export function fontFor(character: string, weight: FontWeight): Font | undefined {
  const point = character.codePointAt(0) ?? 0;
  return fontsOf(weight).find((font) => font.hasGlyphForCodePoint(point));
}

/**
 * A text as the typeface can show it, without emoji and other signs that it lacks. Undefined where letters would be lost,
 * or nothing is left: a title in another script isn't shown by half.
 */
export function drawable(text: string): string | undefined {
  let kept = '';
  for (const raw of cleanText(text, true).text) {
    const character = standIns[raw] ?? raw;
    if (fontFor(character, 700) && fontFor(character, 400)) kept += character;
    else if (/[\p{L}\p{N}]/u.test(character)) return undefined;
  }
  // Only spaces that can be broken become one: what joins a number and its unit stays.
  const tidy = kept.replaceAll(/ +/g, ' ').trim();
  return tidy === '' ? undefined : tidy;
}
