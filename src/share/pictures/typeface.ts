/** The typeface of pictures: text becomes outlines, so the machine's own fonts don't matter. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { currentBrand, type Brand } from '@/brand/brand';
import { unpackWoff } from '@/brand/unpack-woff';
import { cacheByText } from '@/i18n/cache-by-text';
import { cacheByObject } from '@/model/cache-by-object';
import { cleanText } from '@/model/characters';

export type FontWeight = 400 | 700;

const require = createRequire(import.meta.url);

/**
 * Opens a font. fontkit keeps each glyph with the characters that it was first asked for, which for a part of another
 * glyph's outline (the dots of a colon) are none: a PDF couldn't be copied or read aloud there. So that this doesn't
 * depend on what was drawn before, all are asked for by their characters first. Ligatures come with those of the text.
 */
function openFont(bytes: Buffer): Font {
  // A font collection isn't a single font; the files here have one each.
  const font = create(bytes) as Font;
  for (const point of font.characterSet) {
    const character = String.fromCodePoint(point);
    if (character === character.normalize('NFKC')) font.glyphForCodePoint(point);
  }
  return font;
}

/** Opens a font of a package: `latin-ext` of `@fontsource/noto-sans`. */
export const openSubset = cacheByText((from: string, subset: string, weight: FontWeight): Font => {
  const name = from.replace(/.*\//, '');
  const file = require.resolve(`${from}/files/${name}-${subset}-${weight}-normal.woff`);
  return openFont(unpackWoff(readFileSync(file)));
});

/** Noto Sans by script, with its subsets, the most used first. SIL Open Font License. */
const scripts: readonly {
  readonly characters: RegExp;
  readonly from: string;
  readonly subsets: readonly string[];
}[] = [
  { characters: /\p{scx=Cyrl}/u, from: '@fontsource/noto-sans', subsets: ['cyrillic', 'cyrillic-ext'] },
  { characters: /\p{scx=Grek}/u, from: '@fontsource/noto-sans', subsets: ['greek', 'greek-ext'] },
  { characters: /\p{scx=Arab}/u, from: '@fontsource/noto-sans-arabic', subsets: ['arabic'] },
  { characters: /\p{scx=Deva}/u, from: '@fontsource/noto-sans', subsets: ['devanagari'] },
  { characters: /\p{scx=Latn}/u, from: '@fontsource/noto-sans', subsets: ['vietnamese', 'latin-ext'] },
];

/** Finds the font of a weight with a character in another script than the site's typeface has. */
function findScriptFont(character: string, weight: FontWeight): Font | undefined {
  const point = character.codePointAt(0) ?? 0;
  for (const { characters, from, subsets } of scripts) {
    if (!characters.test(character)) continue;
    for (const subset of subsets) {
      const font = openSubset(from, subset, weight);
      if (font.hasGlyphForCodePoint(point)) return font;
    }
  }
  return undefined;
}

/** The subsets of the program's own typeface, the most used first. */
const subsets = ['latin', 'latin-ext'] as const;

/** The program's own fonts of a weight. Atkinson Hyperlegible Next, as on the pages; SIL Open Font License. */
const ownFonts = (weight: FontWeight) =>
  subsets.map((subset) => openSubset('@fontsource/atkinson-hyperlegible-next', subset, weight));

/** The operator's fonts, and the program's own for letters that those lack. */
const fontsOf = cacheByObject(({ typeface }: Brand): Readonly<Record<FontWeight, readonly Font[]>> => {
  const own = { 400: ownFonts(400), 700: ownFonts(700) };
  if (typeof typeface !== 'object') return own;
  return {
    400: [openFont(Buffer.from(typeface.regular.sfnt, 'base64')), ...own[400]],
    700: [openFont(Buffer.from(typeface.bold.sfnt, 'base64')), ...own[700]],
  };
});

/** The fonts of a weight in the site's typeface, the first to be used first. */
const loadFonts = (weight: FontWeight): readonly Font[] => fontsOf(currentBrand())[weight];

const ascentOf = ({ ascent, unitsPerEm }: Font) => ascent / unitsPerEm;

/** How far the baseline is below the top of a line, at size 1. As in the program's own typeface, which pictures are laid out for. */
export const baseline = (weight: FontWeight): number => {
  const [first] = ownFonts(weight);
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
