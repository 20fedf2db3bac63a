/** Fits text into an area of a canvas, which has every script that the device has. */
import { directionOf } from '../pictures/writing-direction';

/** Text in lines of one size (pixels). */
export interface FittedText {
  readonly lines: readonly string[];
  readonly size: number;
  readonly weight: 400 | 700;
}

type Pen = CanvasRenderingContext2D;

/** The distance of lines, and of the baseline from the top of a line, as multiples of the size. */
const [lineHeight, ascent] = [1.16, 0.95];

export const heightOf = ({ lines, size }: FittedText): number => lines.length * size * lineHeight;

function setFont(pen: Pen, size: number, weight: number): void {
  pen.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Breaks a text into lines. A word that is wider than a line is broken anywhere. */
function breakLines(pen: Pen, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (longer: string) => pen.measureText(longer).width <= width;
  const endLine = () => {
    if (line !== '') lines.push(line);
    line = '';
  };
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    endLine();
    for (const { segment } of graphemes.segment(word)) {
      if (!fits(line + segment)) endLine();
      line += segment;
    }
  }
  endLine();
  return lines;
}

/**
 * Fits a text into an area: at the largest size at which no word is broken, else at the largest at all, else at the
 * smallest, cut off.
 */
export function fitTextToArea(
  pen: Pen,
  text: string,
  area: { readonly width: number; readonly height: number },
  sizes: readonly number[],
  weight: 400 | 700,
): FittedText {
  const { width, height } = area;
  const words = text.split(' ');
  for (const isWhole of words.length > 1 ? [true, false] : [false]) {
    for (const size of sizes) {
      setFont(pen, size, weight);
      if (isWhole && words.some((word) => pen.measureText(word).width > width)) continue;
      const fitted = { lines: breakLines(pen, text, width), size, weight };
      if (heightOf(fitted) <= height) return fitted;
    }
  }
  const size = sizes.at(-1) ?? 0;
  setFont(pen, size, weight);
  const most = Math.max(1, Math.floor(height / size / lineHeight));
  const lines = breakLines(pen, text, width);
  const cut = lines.slice(0, most);
  if (lines.length > most) cut.push(`${(cut.pop() ?? '').replace(/.{2}$/u, '')}…`);
  return { lines: cut, size, weight };
}

/** The width of the longest line. */
export function widthOf(pen: Pen, { lines, size, weight }: FittedText): number {
  setFont(pen, size, weight);
  return Math.max(...lines.map((line) => pen.measureText(line).width));
}

/** Writes a text from `top` on, between `left` and `right`: it begins at the side where its language does. */
export function writeText(
  pen: Pen,
  fitted: FittedText,
  { left, right, top }: { readonly left: number; readonly right: number; readonly top: number },
  colour: string,
): void {
  const { lines, size, weight } = fitted;
  setFont(pen, size, weight);
  pen.fillStyle = colour;
  pen.direction = directionOf(lines.join(' '));
  const x = pen.direction === 'rtl' ? right : left;
  for (const [index, line] of lines.entries())
    pen.fillText(line, x, top + size * (ascent + index * lineHeight));
}
