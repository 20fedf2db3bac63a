/** Draws a card: the band, the drawing, the text as large as possible, the call to action, and the code. */
import { currentBrand } from '@/brand/brand';
import {
  pictureFormats,
  type PictureCard,
  type PictureFormat,
  type SharePicture,
} from '@/views/share/share-picture';
import { bandSvg } from './draw-band';
import { layOutAddress, printedAddress } from './printed-address';
import { createQrCode, quietZone } from './qr-code';
import { layOutDrawable, measureHeight, shrinkToText, textPath, type TextLayout } from './text-layout';

/** The measures (pixels, or points of a sheet) by which a card is laid out. */
export interface CardLook {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  /** The height of the band at the top, and of the one at the bottom. */
  readonly band: number;
  readonly foot: number;
  /** The drawing: below the band across the card, or at the right edge above the code. */
  readonly drawing: { readonly width: number; readonly height: number };
  /** The side of the code with its white margin. */
  readonly code: number;
  /** The sizes of the title, the largest first. */
  readonly titles: readonly number[];
  readonly small: readonly number[];
  /** Smaller ones, for the service's name. */
  readonly smaller: readonly number[];
  readonly actions: readonly number[];
  readonly addresses: readonly number[];
  /** The height of an address in more than two lines, where there is room for it. */
  readonly addressHeight?: number;
}

const pictureLooks: Readonly<Record<PictureFormat, CardLook>> = {
  wide: {
    ...pictureFormats.wide,
    margin: 64,
    band: 72,
    foot: 0,
    drawing: { width: 420, height: 300 },
    code: 216,
    titles: [92, 84, 76, 68, 62, 56, 50, 44, 38, 34],
    small: [34, 31, 28],
    smaller: [24, 20],
    actions: [36, 32, 28],
    addresses: [30, 27, 24, 21, 18],
  },
  square: {
    ...pictureFormats.square,
    margin: 72,
    band: 108,
    foot: 0,
    drawing: { width: 1080, height: 300 },
    code: 260,
    titles: [112, 102, 92, 84, 76, 68, 60, 54, 48, 42],
    small: [40, 36, 32],
    smaller: [24, 20],
    actions: [46, 42, 36, 30],
    addresses: [36, 32, 28, 24, 21],
  },
  // Apps lay their own bars over 250 pixels at the top and 340 at the bottom: nothing but bands is there.
  tall: {
    ...pictureFormats.tall,
    margin: 84,
    band: 250,
    foot: 340,
    drawing: { width: 1080, height: 400 },
    code: 320,
    titles: [140, 128, 116, 104, 94, 84, 76, 68, 60, 52],
    small: [52, 46, 40],
    smaller: [24, 20],
    actions: [58, 52, 46, 38, 32],
    addresses: [44, 40, 36, 31, 26],
  },
};

/** The place in `titles` from which on they are so small that the text below is left out. */
const smallTitle = 6;

/** The size (pixels) of the drawing in a format. */
export const drawingSize = (format: PictureFormat) => pictureLooks[format].drawing;

interface Place {
  readonly x: number;
  readonly y: number;
}

interface Area extends Place {
  readonly width: number;
  readonly height: number;
}

/** A part of a drawn card, with its upper left corner. */
export type Shape =
  | ({ readonly kind: 'band' } & Area)
  | ({ readonly kind: 'drawing' } & Area)
  | ({ readonly kind: 'rectangle'; readonly fill: string } & Area)
  /** The modules of the code, of which each is `scale` wide. */
  | ({ readonly kind: 'code'; readonly path: string; readonly scale: number } & Place)
  | ({
      readonly kind: 'text';
      readonly text: TextLayout;
      readonly fill: string;
      readonly isTitle?: boolean;
      /** The address that it is. */
      readonly url?: string;
    } & Place);

/** The code at the lower right, and where it begins; no code without an address. */
function layOutCode({ url }: PictureCard, look: CardLook, bottom: number) {
  if (url === undefined) return { shapes: [], left: look.width - look.margin, top: bottom };
  const { size, path } = createQrCode(url);
  const modules = size + 2 * quietZone;
  // The code's own white margin overlaps the card's, so that it aligns with what is above it.
  const inset = (look.code * quietZone) / modules;
  const x = look.width - look.margin + inset - look.code;
  const y = bottom + inset - look.code;
  const shapes: Shape[] = [
    { kind: 'rectangle', x, y, width: look.code, height: look.code, fill: currentBrand().light.ground },
    { kind: 'code', x, y, path, scale: look.code / modules },
  ];
  return { shapes, left: x, top: y };
}

/**
 * The lower part in reading order, and where it begins: the call to action, the service's name, the address beside its code,
 * and a note.
 */
function layOutFoot(card: PictureCard, look: CardLook, bottom: number) {
  const colours = currentBrand().light;
  const { margin, small, smaller, actions, addresses, addressHeight } = look;
  const gap = margin / 3;
  const code = layOutCode(card, look, bottom);
  const room = code.left - margin;
  const address = card.url === undefined ? '' : printedAddress(card.url);
  const noteSize = smaller.at(-1) ?? 0;
  const lines = [
    { text: layOutDrawable(card.note, { width: room, height: 3 * noteSize }, [noteSize], 400) },
    {
      text: address === '' ? undefined : layOutAddress(address, room, addresses, 400, addressHeight),
      ...(card.url !== undefined && { url: card.url }),
    },
    {
      text: layOutDrawable(card.service, { width: room, height: small[0] ?? 0 }, [...small, ...smaller], 700),
    },
  ];
  let top = bottom;
  const shapes: Shape[] = [...code.shapes];
  for (const { text, ...more } of lines) {
    if (!text) continue;
    top -= measureHeight(text);
    shapes.unshift({ kind: 'text', text, x: margin, y: top, fill: colours.ink, ...more });
  }
  const size = { width: room - 2 * gap, height: (actions[0] ?? 0) * 1.3 };
  const action = layOutDrawable(card.action, size, actions, 700);
  if (action) {
    const height = measureHeight(action) + gap * 1.4;
    top -= height + gap;
    const { text, width: inner } = shrinkToText(action);
    const width = Math.min(room, inner + 2 * gap);
    shapes.unshift(
      { kind: 'rectangle', x: margin, y: top, width, height, fill: colours.marigold },
      { kind: 'text', text, x: margin + gap, y: top + gap * 0.7, fill: colours['on-marigold'] },
    );
  }
  return { shapes, top: Math.min(top, code.top) };
}

/**
 * Lays out a card, with or without its drawing: its parts in reading order. A title that no font can show is left out: the band
 * represents it.
 */
export function layOutCard(card: PictureCard, look: CardLook, hasDrawing: boolean): Shape[] {
  const colours = currentBrand().light;
  const { width, height, margin, drawing, small, titles } = look;
  const gap = margin / 3;
  const shapes: Shape[] = [{ kind: 'band', x: 0, y: 0, width, height: look.band }];
  if (look.foot > 0) shapes.push({ kind: 'band', x: 0, y: height - look.foot, width, height: look.foot });
  let room = width - 2 * margin;
  let top = look.band + margin * 0.7;
  if (hasDrawing) {
    shapes.push({ kind: 'drawing', x: width - drawing.width, y: look.band, ...drawing });
    if (drawing.width < width) room -= drawing.width - margin + 2 * gap;
    else top += drawing.height;
  }
  const foot = layOutFoot(card, look, height - look.foot - margin * 0.75);
  const line = small[0] ?? 0;
  const above = layOutDrawable(card.above, { width: room, height: line * 1.3 }, small, 700);
  if (above) {
    shapes.push({ kind: 'text', text: above, x: margin, y: top, fill: colours.hibiscus });
    top += measureHeight(above) + gap / 2;
  }
  const rest = foot.top - gap - top;
  let below = layOutDrawable(card.below, { width: room, height: line * 4 }, small, 400);
  const belowHeight = below ? measureHeight(below) + gap : 0;
  let title = layOutDrawable(card.title, { width: room, height: rest - belowHeight }, titles, 700);
  // Where there is little room, it is the title's.
  if (below && title && title.size < (titles[smallTitle] ?? 0)) {
    below = undefined;
    title = layOutDrawable(card.title, { width: room, height: rest }, titles, 700);
  }
  if (title) {
    shapes.push({ kind: 'text', text: title, x: margin, y: top, fill: colours.ink, isTitle: true });
    top += measureHeight(title) + gap;
  }
  if (below) shapes.push({ kind: 'text', text: below, x: margin, y: top, fill: colours['ink-2'] });
  return [...shapes, ...foot.shapes];
}

/** Draws a whole picture as SVG, with the data of `drawing` as the card's drawing. */
export function cardSvg({ card, format }: SharePicture, drawing?: `data:image/png;base64,${string}`): string {
  const { width, height } = pictureFormats[format];
  const colours = currentBrand().light;
  const parts = layOutCard(card, pictureLooks[format], drawing !== undefined).map((shape) => {
    const { x, y } = shape;
    switch (shape.kind) {
      case 'band':
        return bandSvg(card.band, y, shape.width, shape.height);
      case 'drawing':
        return `<image x="${x}" y="${y}" width="${shape.width}" height="${shape.height}" href="${drawing}"/>`;
      case 'rectangle':
        return `<rect x="${x}" y="${y}" width="${shape.width}" height="${shape.height}" fill="${shape.fill}"/>`;
      case 'code':
        return `<path fill="${colours.ink}" transform="translate(${x} ${y}) scale(${shape.scale})" d="${shape.path}"/>`;
      case 'text':
        return textPath(shape.text, x, y, shape.fill);
    }
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" fill="${colours.ground}"/>${parts.join('')}</svg>`
  );
}
