/** Lays out text in lines: measures it, breaks it, and chooses its size. */
import type { Font } from 'fontkit';
import { currentBrand, type Brand } from '@/brand/brand';
import { cacheByObject } from '@/model/cache-by-object';
import { baseline, findFont, type FontWeight } from './typeface';

/** Text in lines of one size. */
export interface TextLayout {
  readonly lines: readonly string[];
  /** Pixels. */
  readonly size: number;
  readonly weight: FontWeight;
}

/** The area for a text, in pixels. */
export interface TextArea {
  readonly width: number;
  readonly height: number;
}

/** The distance of lines, as a multiple of the size. */
export const lineHeight = 1.16;

/**
 * Splits a text into runs, each with a font that has all its characters. Characters without a font are left out (see
 * `toDrawableText`).
 */
export function splitFontRuns(
  text: string,
  weight: FontWeight,
): { readonly font: Font; readonly text: string }[] {
  const runs: { font: Font; text: string }[] = [];
  for (const character of text) {
    const last = runs.at(-1);
    const point = character.codePointAt(0) ?? 0;
    // A space belongs to the run before it.
    if (last?.font.hasGlyphForCodePoint(point)) {
      last.text += character;
      continue;
    }
    const font = findFont(character, weight);
    if (font) runs.push({ font, text: character });
  }
  return runs;
}

const widthsOf = cacheByObject<Brand, Map<string, number>>(() => new Map());

/** The width of a word at size 1. Cached: pictures share many words, and each is tried at many sizes. */
function wordWidth(word: string, weight: FontWeight): number {
  const widths = widthsOf(currentBrand());
  const key = `${weight} ${word}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  const width = splitFontRuns(word, weight).reduce(
    (sum, { font, text }) => sum + font.layout(text).advanceWidth / font.unitsPerEm,
    0,
  );
  widths.set(key, width);
  return width;
}

/** The width of a line at size 1. */
export function measureWidth(line: string, weight: FontWeight): number {
  const words = line.split(' ');
  const spaces = (words.length - 1) * wordWidth('\u00A0', weight);
  return words.reduce((sum, word) => sum + wordWidth(word, weight), spaces);
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Splits a word into parts that fit into a line. */
function splitWord(word: string, width: number, weight: FontWeight): string[] {
  if (measureWidth(word, weight) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== '' && measureWidth(piece + segment, weight) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}

/**
 * Breaks a text into lines of at most `width` (pixels) at a size: at spaces, after hyphens, and inside words that are
 * too long.
 */
export function breakLines(text: string, width: number, size: number, weight: FontWeight): string[] {
  const room = width / size;
  const words = text.split(/ +|(?<=\p{L}-)(?=\p{L})/u).flatMap((word) => splitWord(word, room, weight));
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    const joined = line === undefined ? word : `${line}${/\p{L}-$/u.test(line) ? '' : ' '}${word}`;
    if (line !== undefined && measureWidth(joined, weight) <= room) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

/**
 * Lays out a text as large as its area allows, from the largest of some sizes (pixels) to the smallest. A text that
 * doesn't fit even then is cut after a word, with an ellipsis.
 */
export function layOutText(
  text: string,
  room: TextArea,
  sizes: readonly number[],
  weight: FontWeight,
): TextLayout {
  let smallest = 0;
  for (const size of sizes) {
    smallest = size;
    const lines = breakLines(text, room.width, size, weight);
    if (lines.length * size * lineHeight <= room.height) return { lines, size, weight };
  }
  const most = Math.max(1, Math.floor(room.height / (smallest * lineHeight)));
  const lines = breakLines(text, room.width, smallest, weight).slice(0, most);
  let last = lines.at(-1) ?? '';
  while (last.includes(' ') && measureWidth(`${last}…`, weight) > room.width / smallest)
    last = last.slice(0, last.lastIndexOf(' '));
  return { lines: [...lines.slice(0, -1), `${last}…`], size: smallest, weight };
}

const rounded = (value: number) => String(Math.round(value * 100) / 100);

/** The outlines of a line as one path, with its first letter at `x` and its baseline at `y`. */
function linePath(line: string, x: number, y: number, size: number, weight: FontWeight): string {
  let at = x;
  let d = '';
  for (const { font, text } of splitFontRuns(line, weight)) {
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

/** The height of the lines (pixels). */
export function measureHeight({ lines, size }: TextLayout): number {
  return lines.length * size * lineHeight;
}

/** Draws laid-out text as an SVG path, with its upper left corner at `x`, `y`, or centred on `x`. */
export function textPath(
  { lines, size, weight }: TextLayout,
  x: number,
  y: number,
  fill: string,
  isCentred = false,
): string {
  const ascent = baseline(weight) * size;
  const paths = lines.map((line, index) => {
    const left = isCentred ? x - (measureWidth(line, weight) * size) / 2 : x;
    return linePath(line, left, y + ascent + index * size * lineHeight, size, weight);
  });
  return `<path fill="${fill}" d="${paths.join('')}"/>`;
}
