/** Draws the square picture of a page on a canvas, as the build draws those of campaigns (`../pictures`). */
import { weaveBand, type Thread } from '@/components/weave';
import { pictureLooks } from '../pictures/picture-looks';
import { createQrCode, quietZone } from '../pictures/qr-path';
import { fitTextToArea, heightOf, widthOf, writeText, type FittedText } from './fit-text.client';
import { lightColour } from './light-colour.client';
import type { readPageCard } from './page-card.client';

type Pen = CanvasRenderingContext2D;

/** Pixels, as of `square` in `pictureFormats`. */
export const side = 1080;

const look = pictureLooks.square;
const { margin } = look;
const gap = margin / 3;

function drawBand(pen: Pen, id: string): void {
  const { width, height, ground, paths } = weaveBand(id);
  const colourOf = (thread: Thread) => lightColour(thread === 'ink' ? 'thread-ink' : thread);
  pen.save();
  pen.fillStyle = colourOf(ground);
  pen.fillRect(0, 0, side, look.band);
  pen.scale(side / width, look.band / height);
  pen.translate(0, 0.5);
  for (const { thread, d } of paths) {
    pen.strokeStyle = colourOf(thread);
    pen.stroke(new Path2D(d));
  }
  pen.restore();
}

/** Draws the code into the lower right corner. Returns where its dark part begins. */
function drawCode(pen: Pen, url: string, bottom: number): { readonly left: number; readonly top: number } {
  const { size, path } = createQrCode(url);
  // Whole pixels: edges of modules stay sharp.
  const module = Math.ceil(look.code / (size + 2 * quietZone));
  const left = side - margin - size * module;
  const top = bottom - size * module;
  pen.save();
  pen.translate(left - quietZone * module, top - quietZone * module);
  pen.scale(module, module);
  pen.fillStyle = lightColour('ink');
  pen.fill(new Path2D(path));
  pen.restore();
  return { left, top };
}

/** Fits an address into one line, or into two with the last part of its path on its own. */
function fitAddress(pen: Pen, url: string, width: number): FittedText {
  const address = url.replace(/^https?:\/\//, '').replace(/\/$/, '');
  const [start = '', end = ''] = address.split(/(?<=\/)(?=[^/]*$)/);
  const fits = (lines: readonly string[], size: number) =>
    widthOf(pen, { lines, size, weight: 400 }) <= width;
  for (const size of look.addresses) {
    for (const lines of [[address], [start, end]]) if (fits(lines, size)) return { lines, size, weight: 400 };
  }
  return fitTextToArea(pen, address, { width, height: 120 }, look.addresses, 400);
}

/** Draws the picture of a card. */
export function drawSquare(pen: Pen, card: ReturnType<typeof readPageCard>): void {
  pen.fillStyle = lightColour('ground');
  pen.fillRect(0, 0, side, side);
  drawBand(pen, card.band);
  const bottom = side - margin * 0.75;
  const code = drawCode(pen, card.url, bottom);
  const [left, room] = [margin, side - 2 * margin];
  const beside = code.left - 2 * gap - left;
  const small = (text: string, weight: 400 | 700, lines: number, width = room) =>
    fitTextToArea(pen, text, { width, height: (look.small[0] ?? 0) * 1.2 * lines }, look.small, weight);

  let foot = bottom;
  const write = (text: FittedText, colour: string) => {
    foot -= heightOf(text);
    writeText(pen, text, { left, right: left + beside, top: foot }, lightColour(colour));
  };
  write(fitAddress(pen, card.url, beside), 'ink');
  if (card.service !== undefined) write(small(card.service, 700, 1, beside), 'ink');
  if (card.action !== undefined) {
    const height = (look.actions[0] ?? 0) * 1.3;
    const action = fitTextToArea(pen, card.action, { width: beside - 2 * gap, height }, look.actions, 700);
    const box = { width: widthOf(pen, action) + 2 * gap, height: heightOf(action) + gap * 1.4 };
    foot -= box.height + gap;
    pen.fillStyle = lightColour('marigold');
    pen.fillRect(left, foot, box.width, box.height);
    const place = { left: left + gap, right: left + box.width - gap, top: foot + gap * 0.7 };
    writeText(pen, action, place, lightColour('on-marigold'));
  }

  let top = look.band + margin * 0.7;
  const writeNext = (text: FittedText, colour: string, space: number) => {
    writeText(pen, text, { left, right: left + room, top }, lightColour(colour));
    top += heightOf(text) + space;
  };
  if (card.above !== undefined) writeNext(small(card.above, 700, 2), 'hibiscus', gap / 2);
  const below = small(card.below ?? '', 400, 4);
  const height = Math.min(foot, code.top) - gap - top - heightOf(below) - gap;
  writeNext(fitTextToArea(pen, card.title, { width: room, height }, look.titles, 700), 'ink', gap);
  writeNext(below, 'ink-2', 0);
}
