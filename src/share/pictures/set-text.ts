/** Setting text in lines: how wide it is, where it breaks, and how large it can be. */
import type { Font } from 'fontkit';
import { fontFor, fontsOf, type FontWeight } from './typeface';

/** Text in lines of one size. */
export interface SetText {
  readonly lines: readonly string[];
  /** Pixels. */
  readonly size: number;
  readonly weight: FontWeight;
}

/** The room that a text has, in pixels. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** From one line to the next, as a multiple of the size. */
export const leading = 1.16;

/** A text in pieces that one font has all of. Throws nothing: what no font has is left out (see `drawable`). */
export function runsOf(text: string, weight: FontWeight): { readonly font: Font; readonly text: string }[] {
  const runs: { font: Font; text: string }[] = [];
  for (const character of text) {
    const last = runs.at(-1);
    const point = character.codePointAt(0) ?? 0;
    // A space stays with what is before it.
    if (last?.font.hasGlyphForCodePoint(point)) {
      last.text += character;
      continue;
    }
    const font = fontFor(character, weight);
    if (font) runs.push({ font, text: character });
  }
  return runs;
}

const widths = new Map<string, number>();

/** How wide a word is at size 1. Pictures share many words, and each is tried at many sizes. */
function wordWidth(word: string, weight: FontWeight): number {
  const key = `${weight} ${word}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  const width = runsOf(word, weight).reduce(
    (sum, { font, text }) => sum + font.layout(text).advanceWidth / font.unitsPerEm,
    0,
  );
  widths.set(key, width);
  return width;
}

/** How wide a line is at size 1. */
export function widthOf(line: string, weight: FontWeight): number {
  const words = line.split(' ');
  const spaces = (words.length - 1) * wordWidth('\u00A0', weight);
  return words.reduce((sum, word) => sum + wordWidth(word, weight), spaces);
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A word in pieces that are no wider than a line. */
function splitWord(word: string, width: number, weight: FontWeight): string[] {
  if (widthOf(word, weight) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== '' && widthOf(piece + segment, weight) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}

/** A text in lines of at most `width` (pixels) at a size. It breaks at spaces, after hyphens, and where a word is too long. */
export function breakLines(text: string, width: number, size: number, weight: FontWeight): string[] {
  const room = width / size;
  const words = text.split(/ +|(?<=\p{L}-)(?=\p{L})/u).flatMap((word) => splitWord(word, room, weight));
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    const joined = line === undefined ? word : `${line}${/\p{L}-$/u.test(line) ? '' : ' '}${word}`;
    if (line !== undefined && widthOf(joined, weight) <= room) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

/**
 * A text as large as its room allows, from the largest of some sizes (pixels) to the smallest. What doesn't fit even
 * then is cut after a word, with an ellipsis.
 */
export function fitLines(text: string, room: Room, sizes: readonly number[], weight: FontWeight): SetText {
  let smallest = 0;
  for (const size of sizes) {
    smallest = size;
    const lines = breakLines(text, room.width, size, weight);
    if (lines.length * size * leading <= room.height) return { lines, size, weight };
  }
  const most = Math.max(1, Math.floor(room.height / (smallest * leading)));
  const lines = breakLines(text, room.width, smallest, weight).slice(0, most);
  let last = lines.at(-1) ?? '';
  while (last.includes(' ') && widthOf(`${last}…`, weight) > room.width / smallest)
    last = last.slice(0, last.lastIndexOf(' '));
  return { lines: [...lines.slice(0, -1), `${last}…`], size: smallest, weight };
}

const rounded = (value: number) => String(Math.round(value * 100) / 100);

/** The outlines of a line, its first letter at `x` and its baseline at `y`, as one path. */
function linePath(line: string, x: number, y: number, size: number, weight: FontWeight): string {
  let at = x;
  let d = '';
  for (const { font, text } of runsOf(line, weight)) {
    const scale = size / font.unitsPerEm;
    const { glyphs, positions } = font.layout(text);
    for (const [index, glyph] of glyphs.entries()) {
      const position = positions[index];
      if (!position) continue;
      const left = at + position.xOffset * scale;
      d += glyph.path
        .transform(scale, 0, 0, -scale, left, y - position.yOffset * scale)
        .toSVG()
        .replaceAll(/-?\d+(?:\.\d+)?(?:e-?\d+)?/g, (number) => rounded(Number(number)));
      at += position.xAdvance * scale;
    }
  }
  return d;
}

/** How high the lines stand (pixels). */
export function heightOf({ lines, size }: SetText): number {
  return lines.length * size * leading;
}

/** Set text as an SVG path, its upper left corner at `x`, `y`, or centred on `x`. */
export function textPath(
  { lines, size, weight }: SetText,
  x: number,
  y: number,
  fill: string,
  isCentred = false,
): string {
  const [font] = fontsOf(weight);
  const ascent = font ? (font.ascent / font.unitsPerEm) * size : size;
  const paths = lines.map((line, index) => {
    const left = isCentred ? x - (widthOf(line, weight) * size) / 2 : x;
    return linePath(line, left, y + ascent + index * size * leading, size, weight);
  });
  return `<path fill="${fill}" d="${paths.join('')}"/>`;
}
