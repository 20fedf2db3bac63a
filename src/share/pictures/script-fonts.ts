/** Fonts of other scripts than the typeface of the site has. Each is read when a text first needs it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { unpackWoff } from '@/brand/unpack-woff';

export type FontWeight = 400 | 700;

const require = createRequire(import.meta.url);

/**
 * Opens a font. fontkit keeps each glyph with the characters that it was first asked for, which for a part of another
 * glyph's outline (the dots of a colon) are none: a PDF couldn't be copied or read aloud there. So that this doesn't
 * depend on what was drawn before, all are asked for by their characters first. Ligatures come with those of the text.
 */
export function openFont(bytes: Buffer): Font {
  // A font collection isn't a single font; the files here have one each.
  const font = create(bytes) as Font;
  for (const point of font.characterSet) {
    const character = String.fromCodePoint(point);
    if (character === character.normalize('NFKC')) font.glyphForCodePoint(point);
  }
  return font;
}

/** Opens a font of a package: `latin-ext` of `@fontsource/noto-sans`. */
export function openSubset(from: string, subset: string, weight: FontWeight): Font {
  const name = from.replace(/.*\//, '');
  const file = require.resolve(`${from}/files/${name}-${subset}-${weight}-normal.woff`);
  return openFont(unpackWoff(readFileSync(file)));
}

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

const opened = new Map<string, Font>();

/** Finds the font of a weight with a character in another script than the site's typeface has. */
export function findScriptFont(character: string, weight: FontWeight): Font | undefined {
  const point = character.codePointAt(0) ?? 0;
  for (const { characters, from, subsets } of scripts) {
    if (!characters.test(character)) continue;
    for (const subset of subsets) {
      const key = `${from} ${subset} ${weight}`;
      const font = opened.get(key) ?? openSubset(from, subset, weight);
      opened.set(key, font);
      if (font.hasGlyphForCodePoint(point)) return font;
    }
  }
  return undefined;
}
