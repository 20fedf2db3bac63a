/** The typeface of pictures: text becomes outlines, so the machine's own fonts don't matter. */
import type { Font } from 'fontkit';
import { currentBrand, type Brand } from '@/brand/brand';
import { cacheByObject } from '@/model/cache-by-object';
import { cleanText } from '@/model/characters';
import { findScriptFont, openFont, openSubset, type FontWeight } from './script-fonts';

type FontsByWeight = Readonly<Record<FontWeight, readonly Font[]>>;

/** The subsets of the program's own typeface, the most used first. */
const subsets = ['latin', 'latin-ext'] as const;

/** Opens the fonts of a weight. Atkinson Hyperlegible Next, as on the pages; SIL Open Font License. */
const openOwn = (weight: FontWeight) =>
  subsets.map((subset) => openSubset('@fontsource/atkinson-hyperlegible-next', subset, weight));

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

/** The fonts of a weight in the site's typeface, the first to be used first. */
const loadFonts = (weight: FontWeight): readonly Font[] => fontsOf(currentBrand())[weight];

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

/**
 * The font of a weight with a character: `before`, the font of the character before it, if it has it, since marks are
 * placed by the font of their letter; else one of the site's typeface, else one of the character's script.
 */
export function findFont(character: string, weight: FontWeight, before?: Font): Font | undefined {
  const point = character.codePointAt(0) ?? 0;
  if (before?.hasGlyphForCodePoint(point)) return before;
  return (
    loadFonts(weight).find((font) => font.hasGlyphForCodePoint(point)) ?? findScriptFont(character, weight)
  );
}

/** The letters and digits of a text that no font has, each once. */
export function findMissingLetters(text: string): string[] {
  // Most texts need no look at the fonts.
  const unusual = cleanText(text, true).text.match(/(?![\u0020-\u017F])[\p{L}\p{N}]/gu) ?? [];
  return [...new Set(unusual)].filter((letter) => !findFont(letter, 700) || !findFont(letter, 400));
}

/**
 * The drawable form of a text, without emoji and other symbols that no font has. Undefined where letters would be lost,
 * or nothing is left: a title in a script without a font isn't shown in part.
 */
export function toDrawableText(text: string): string | undefined {
  let kept = '';
  let before: Font | undefined;
  for (const raw of cleanText(text, true).text) {
    const character = standIns[raw] ?? raw;
    // A joiner of emoji is nothing without them.
    if (/[\u200C\u200D]/.test(character) && !/[\p{L}\p{M}]$/u.test(kept)) continue;
    const font = findFont(character, 700, before);
    if (font && findFont(character, 400)) {
      kept += character;
      before = font;
    } else if (font && font === before && /[\p{M}\u200C\u200D]/u.test(character)) kept += character;
    else if (/[\p{L}\p{N}]/u.test(character)) return undefined;
  }
  // Only breaking spaces are merged: non-breaking ones between a number and its unit stay.
  const tidy = kept.replaceAll(/ +/g, ' ').trim();
  return tidy === '' ? undefined : tidy;
}
