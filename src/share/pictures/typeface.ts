/** The typeface of pictures: text becomes outlines, so the machine's own fonts don't matter. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { currentBrand, type Brand } from '@/brand/brand';
import { cacheByObject } from '@/model/cache-by-object';
import { cleanText } from '@/model/characters';
import { unpackWoff } from '@/brand/unpack-woff';

export type FontWeight = 400 | 700;

const require = createRequire(import.meta.url);

/** A font collection isn't a single font; these files have one each. */
const openFont = (bytes: Buffer) => create(bytes) as Font;

type FontsByWeight = Readonly<Record<FontWeight, readonly Font[]>>;

/** The subsets of the program's own typeface, the most used first. */
const subsets = ['latin', 'latin-ext'] as const;

/** Opens the fonts of a weight. Atkinson Hyperlegible Next, as on the pages; SIL Open Font License. */
const openOwn = (weight: FontWeight) =>
  subsets.map((subset) => {
    const name = `atkinson-hyperlegible-next-${subset}-${weight}-normal.woff`;
    const file = require.resolve(`@fontsource/atkinson-hyperlegible-next/files/${name}`);
    return openFont(unpackWoff(readFileSync(file)));
  });

let ownFonts: FontsByWeight | undefined;

const loadOwn = (): FontsByWeight => (ownFonts ??= { 400: openOwn(400), 700: openOwn(700) });

/** The operator's fonts, and the program's own for letters that those lack. */
const fontsOf = cacheByObject(({ typeface }: Brand): FontsByWeight => {
  const own = loadOwn();
  if (typeof typeface !== 'object') return own;
  return {
    400: [openFont(Buffer.from(typeface.regular, 'base64')), ...own[400]],
    700: [openFont(Buffer.from(typeface.bold, 'base64')), ...own[700]],
  };
});

/** Loads the fonts of a weight in the site's typeface, the first to be used first. */
export const loadFonts = (weight: FontWeight): readonly Font[] => fontsOf(currentBrand())[weight];

const ascentOf = ({ ascent, unitsPerEm }: Font) => ascent / unitsPerEm;

/** How far the baseline is below the top of a line, at size 1. As in the program's own typeface, which pictures are laid out for. */
export const baseline = (weight: FontWeight): number => {
  const [first] = loadOwn()[weight];
  return first ? ascentOf(first) : 1;
};

/** How much lower than its own a font's baseline is to be, at size 1, so that all fonts of a line share one. */
export const baselineShift = (font: Font, weight: FontWeight): number => baseline(weight) - ascentOf(font);

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
