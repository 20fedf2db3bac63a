/** Reads the fonts of a typeface, leaves the letters that a site needs, and checks that all of its media can be made with them. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { create, type Font } from 'fontkit';
import subsetFont from 'subset-font';
import type { FontFiles, Typeface, TypefaceTokens } from './brand';
import { BrandError, readBrandFile, unusable } from './read-brand-file';

/** Bytes of a font as it is sent: both are a part of a first visit, where data may be expensive. */
const largestFont = 60_000;

/** The weights that a font may have: https://learn.microsoft.com/typography/opentype/spec/os2#usweightclass */
const weights = { regular: [300, 500], bold: [600, 900] } as const;

type FontName = keyof typeof weights;

const characters = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));

/**
 * The characters of texts in the languages of western Europe: ASCII, Latin letters with accents, and the marks between
 * words. Without them the typeface would change in the middle of words.
 */
const needed = [
  ...characters(0x20, 0x7e),
  ...characters(0xc0, 0xff).filter((character) => !'×÷'.includes(character)),
  ...'Œœ¡¿«»‘’“”–—…·€°',
];

/** What is kept of a font: Latin letters, with those of names from elsewhere, and the marks between words. */
const kept = [
  ...characters(0x20, 0x24f),
  ...characters(0x1e00, 0x1eff),
  ...characters(0x2010, 0x2030),
  ...needed,
].join('');

/** Characters that a message names. */
const shownCharacters = 12;

/** The first bytes of a TrueType and of an OpenType font. */
const signatures = ['00010000', '4f54544f'];

/** A font that was read, and what is kept of it. */
interface OpenFont {
  readonly font: Font;
  readonly sfnt: Buffer;
  readonly woff2: Buffer;
}

/** Opens a font, and draws every outline that is needed. Undefined where the file isn't a whole font. */
async function openFont(bytes: Buffer): Promise<OpenFont | undefined> {
  if (!signatures.includes(bytes.toString('hex', 0, 4))) return undefined;
  try {
    // A collection of fonts has another signature.
    const font = create(bytes) as Font;
    for (const glyph of font.layout(needed.join('')).glyphs) glyph.path.toSVG();
    const sfnt = await subsetFont(bytes, kept, { targetFormat: 'sfnt' });
    return { font, sfnt, woff2: await subsetFont(bytes, kept, { targetFormat: 'woff2' }) };
  } catch {
    return undefined;
  }
}

function faultsOf({ font, woff2 }: OpenFont, name: FontName): string[] {
  const faults: string[] = [];
  const weight = font['OS/2'].usWeightClass;
  const [lightest, boldest] = weights[name];
  if (Object.keys(font.variationAxes).length > 0)
    faults.push(
      'It is a variable font. Take the file of this one weight, which is often in a folder named “static”.',
    );
  else if (weight < lightest || weight > boldest)
    faults.push(
      `Its weight is ${weight}, and typeface.${name} needs one from ${lightest} to ${boldest}. Take the file of that weight.`,
    );
  const missing = needed.filter((character) => !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
  if (missing.length > 0)
    faults.push(
      `It lacks ${missing.length} of the characters that the site’s languages need: ${missing.slice(0, shownCharacters).join(' ')}${missing.length > shownCharacters ? ' …' : ''}. Take a file with all Latin letters, or another typeface.`,
    );
  if (woff2.length > largestFont)
    faults.push(
      `Its Latin letters alone have ${woff2.length} bytes when packed for the web, and at most ${largestFont} are allowed. Take a plainer typeface.`,
    );
  return faults;
}

async function readFont(file: string, name: FontName): Promise<FontFiles> {
  const bytes = readBrandFile(file);
  if (bytes === undefined) {
    throw new BrandError(
      `${file} doesn’t exist, and tokens.json names it as typeface.${name}. Put the font there, or correct its name.`,
    );
  }
  const opened = await openFont(bytes);
  if (opened === undefined)
    throw unusable(file, [
      'It is no TrueType or OpenType font, or isn’t complete. Copy it again, as its maker offers it.',
    ]);
  const faults = faultsOf(opened, name);
  if (faults.length > 0) throw unusable(file, faults);
  return { sfnt: opened.sfnt.toString('base64'), woff2: opened.woff2.toString('base64') };
}

/** The typeface of a brand's folder. Throws a `BrandError` that says which file is wrong, and how to fix it. */
export async function readTypeface(
  folder: string,
  { family, regular, bold }: TypefaceTokens,
): Promise<Typeface> {
  const fonts = {
    regular: await readFont(path.join(folder, regular), 'regular'),
    bold: await readFont(path.join(folder, bold), 'bold'),
  };
  const sum = createHash('sha256').update(fonts.regular.sfnt).update(fonts.bold.sfnt).digest('hex');
  return { family, ...fonts, sum };
}
