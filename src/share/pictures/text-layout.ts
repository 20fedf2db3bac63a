/** Lays out text in lines: measures it, breaks it, and chooses its size. */
import { currentBrand, type Brand } from '@/brand/brand';
import { cacheByObject } from '@/model/cache-by-object';
import { layOutLine, runWidth, splitFontRuns } from './line-pieces';
import { baseline, toDrawableText, type FontWeight } from './typeface';
import { directionOf, type Direction } from './writing-direction';

/** Text in lines of one size. */
export interface TextLayout {
  readonly lines: readonly string[];
  /** Pixels. */
  readonly size: number;
  readonly weight: FontWeight;
  /** The width (pixels) at whose end lines begin that run from right to left; undefined for those from left to right. */
  readonly fromRight?: number | undefined;
}

/** The area for a text, in pixels. */
interface TextArea {
  readonly width: number;
  readonly height: number;
}

/** The distance of lines, as a multiple of the size. */
export const lineHeight = 1.16;

const widthsOf = cacheByObject<Brand, Map<string, number>>(() => new Map());

/** The width of a word at size 1. Cached: pictures share many words, and each is tried at many sizes. */
function wordWidth(word: string, weight: FontWeight): number {
  const widths = widthsOf(currentBrand());
  const key = `${weight} ${word}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  const width = splitFontRuns(word, weight).reduce((sum, run) => sum + runWidth(run), 0);
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

/** Lines of a text, which begin at the right edge of their area where they run from right to left. */
export const alignedLines = (
  text: string,
  lines: readonly string[],
  { size, weight, width }: Pick<TextLayout, 'size' | 'weight'> & Pick<TextArea, 'width'>,
): TextLayout => ({ lines, size, weight, ...(directionOf(text) === 'rtl' ? { fromRight: width } : {}) });

/** The direction of the lines of a layout, and how far from the left edge of its area one of them begins, in pixels. */
export function placeLine(
  { size, weight, fromRight }: TextLayout,
  line: string,
): { direction: Direction; left: number } {
  if (fromRight === undefined) return { direction: 'ltr', left: 0 };
  return { direction: 'rtl', left: fromRight - measureWidth(line, weight) * size };
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
    if (lines.length * size * lineHeight <= room.height)
      return alignedLines(text, lines, { size, weight, width: room.width });
  }
  const most = Math.max(1, Math.floor(room.height / (smallest * lineHeight)));
  const lines = breakLines(text, room.width, smallest, weight).slice(0, most);
  let last = lines.at(-1) ?? '';
  while (last.includes(' ') && measureWidth(`${last}…`, weight) > room.width / smallest)
    last = last.slice(0, last.lastIndexOf(' '));
  return alignedLines(text, [...lines.slice(0, -1), `${last}…`], {
    size: smallest,
    weight,
    width: room.width,
  });
}

/** The same of a text whose letters a font may lack; undefined where one does, or there is none. */
export function layOutDrawable(
  text: string | undefined,
  room: TextArea,
  sizes: readonly number[],
  weight: FontWeight,
): TextLayout | undefined {
  const shown = text === undefined ? undefined : toDrawableText(text);
  return shown === undefined ? undefined : layOutText(shown, room, sizes, weight);
}

/** A text in an area that is just as wide as its longest line, and that width (pixels). */
export function shrinkToText(text: TextLayout): { readonly text: TextLayout; readonly width: number } {
  const { lines, size, weight, fromRight } = text;
  const width = Math.max(...lines.map((line) => measureWidth(line, weight))) * size;
  return { text: fromRight === undefined ? text : { ...text, fromRight: width }, width };
}

const rounded = (value: number) => String(Math.round(value * 100) / 100);

/** The outlines of a line as one path, with its left end at `x` and its baseline at `y`. */
function linePath(
  line: string,
  x: number,
  y: number,
  { size, weight, direction }: Pick<TextLayout, 'size' | 'weight'> & { readonly direction: Direction },
): string {
  let d = '';
  for (const piece of layOutLine(line, weight, direction)) {
    let at = x + piece.left * size;
    const scale = size / piece.font.unitsPerEm;
    const { glyphs, positions } = piece.font.layout(piece.text);
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
export function textPath(text: TextLayout, x: number, y: number, fill: string, isCentred = false): string {
  const { lines, size, weight } = text;
  const ascent = baseline(weight) * size;
  const paths = lines.map((line, index) => {
    const { direction, left } = placeLine(text, line);
    const start = isCentred ? x - (measureWidth(line, weight) * size) / 2 : x + left;
    const look = { size, weight, direction };
    return linePath(line, start, y + ascent + index * size * lineHeight, look);
  });
  return `<path fill="${fill}" d="${paths.join('')}"/>`;
}
