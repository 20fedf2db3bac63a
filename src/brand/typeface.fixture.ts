/** A typeface of an operator, for tests: the program's own under another name, and in other weights. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { unpackWoff } from './unpack-woff';

const require = createRequire(import.meta.url);

/** As long as the name that it takes the place of, so that nothing else in a font moves. */
export const testFontName = 'SomeOperatorsOwnTypeface';
const ownName = 'AtkinsonHyperlegibleNext';

const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16();

/** A font as a TrueType file, with `testFontName` as its PostScript name: the whole Latin-1 alphabet, 13 kB when packed. */
export function testFont(weight: 300 | 400 | 700 | 800, subset: 'latin' | 'latin-ext' = 'latin'): Buffer {
  const name = `atkinson-hyperlegible-next-${subset}-${weight}-normal.woff`;
  const font = unpackWoff(
    readFileSync(require.resolve(`@fontsource/atkinson-hyperlegible-next/files/${name}`)),
  );
  for (let at = font.indexOf(utf16(ownName)); at !== -1; at = font.indexOf(utf16(ownName), at))
    utf16(testFontName).copy(font, at);
  return font;
}

/** Its part of `tokens.json`. */
export const testTypeface = { family: 'Operators Own', regular: 'own-regular.ttf', bold: 'own-bold.ttf' };
