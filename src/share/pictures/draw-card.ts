/** Draws a picture as SVG: the band, the drawing, the text as large as possible, the call to action, and the code. */
import { currentBrand } from '@/brand/brand';
import { pictureFormats, type PictureFormat, type SharePicture } from '@/views/share/share-picture';
import { bandSvg } from './draw-band';
import { layOutAddress, printedAddress } from './printed-address';
import { createQrCode, quietZone } from './qr-code';
import { layOutDrawable, measureHeight, shrinkToText, textPath } from './text-layout';

/** The measures (pixels) by which a format is laid out. */
interface PictureLook {
  readonly margin: number;
  /** The height of the band at the top, and of the one at the bottom. */
  readonly band: number;
  readonly foot: number;
  /** The drawing: below the band across the picture, or at the right edge above the code. */
  readonly drawing: { readonly width: number; readonly height: number };
  /** The side of the code with its white margin. */
  readonly code: number;
  /** The sizes of the title, the largest first. */
  readonly titles: readonly number[];
  readonly small: readonly number[];
  readonly actions: readonly number[];
  readonly addresses: readonly number[];
}

const pictureLooks: Readonly<Record<PictureFormat, PictureLook>> = {
  wide: {
    margin: 64,
    band: 72,
    foot: 0,
    drawing: { width: 420, height: 300 },
    code: 216,
    titles: [92, 84, 76, 68, 62, 56, 50, 44, 38, 34],
    small: [34, 31, 28],
    actions: [36, 32, 28],
    addresses: [30, 27, 24, 21, 18],
  },
  square: {
    margin: 72,
    band: 108,
    foot: 0,
    drawing: { width: 1080, height: 300 },
    code: 260,
    titles: [112, 102, 92, 84, 76, 68, 60, 54, 48, 42],
    small: [40, 36, 32],
    actions: [46, 42, 36, 30],
    addresses: [36, 32, 28, 24, 21],
  },
  // Apps lay their own bars over 250 pixels at the top and 340 at the bottom: nothing but bands is there.
  tall: {
    margin: 84,
    band: 250,
    foot: 340,
    drawing: { width: 1080, height: 400 },
    code: 320,
    titles: [140, 128, 116, 104, 94, 84, 76, 68, 60, 52],
    small: [52, 46, 40],
    actions: [58, 52, 46, 38, 32],
    addresses: [44, 40, 36, 31, 26],
  },
};

/** The place in `titles` from which on they are so small that the text below is left out. */
const smallTitle = 6;

/** The size (pixels) of the drawing in a format. */
export const drawingSize = (format: PictureFormat) => pictureLooks[format].drawing;

/**
 * The lower part from bottom to top, and where it begins: the address beside its code, the service's name, and the call to
 * action.
 */
function drawFoot({ card }: SharePicture, look: PictureLook, area: { width: number; bottom: number }) {
  const colours = currentBrand().light;
  const { margin } = look;
  const gap = margin / 3;
  const parts: string[] = [];
  let room = area.width - 2 * margin;
  let codeTop = area.bottom;
  if (card.url !== undefined) {
    const { size, path } = createQrCode(card.url);
    const modules = size + 2 * quietZone;
    // The code's own white margin overlaps the picture's, so that it aligns with what is above it.
    const inset = (look.code * quietZone) / modules;
    const x = area.width - margin + inset - look.code;
    codeTop = area.bottom + inset - look.code;
    parts.push(
      `<rect x="${x}" y="${codeTop}" width="${look.code}" height="${look.code}" fill="${colours.ground}"/>`,
      `<path fill="${colours.ink}" transform="translate(${x} ${codeTop}) scale(${look.code / modules})" d="${path}"/>`,
    );
    room -= look.code - inset;
  }
  let top = area.bottom;
  const address = card.url === undefined ? undefined : printedAddress(card.url);
  const [printed, service] = [
    address === undefined ? undefined : layOutAddress(address, room, look.addresses, 400),
    layOutDrawable(card.service, { width: room, height: look.small[0] ?? 0 }, [...look.small, 24, 20], 700),
  ];
  for (const line of [printed, service]) {
    if (!line) continue;
    top -= measureHeight(line);
    parts.push(textPath(line, margin, top, colours.ink));
  }
  const action = layOutDrawable(
    card.action,
    { width: room - 2 * gap, height: (look.actions[0] ?? 0) * 1.3 },
    look.actions,
    700,
  );
  if (action) {
    const box = measureHeight(action) + gap * 1.4;
    top -= box + gap;
    const { text, width } = shrinkToText(action);
    parts.push(
      `<rect x="${margin}" y="${top}" width="${Math.min(room, width + 2 * gap)}" height="${box}" fill="${colours.marigold}"/>`,
      textPath(text, margin + gap, top + gap * 0.7, colours['on-marigold']),
    );
  }
  return { svg: parts.join(''), top: Math.min(top, codeTop) };
}

/**
 * Draws the whole picture, with the data of `drawing` as the card's drawing. A title that no font can show is left out: the
 * band represents it.
 */
export function cardSvg(picture: SharePicture, drawing?: `data:image/png;base64,${string}`): string {
  const { card, format } = picture;
  const { width, height } = pictureFormats[format];
  const look = pictureLooks[format];
  const colours = currentBrand().light;
  const { margin } = look;
  const gap = margin / 3;
  const parts: string[] = [bandSvg(card.band, 0, width, look.band)];
  if (look.foot > 0) parts.push(bandSvg(card.band, height - look.foot, width, look.foot));
  let room = width - 2 * margin;
  let top = look.band + margin * 0.7;
  if (drawing !== undefined) {
    const { width: side, height: high } = look.drawing;
    parts.push(
      `<image x="${width - side}" y="${look.band}" width="${side}" height="${high}" href="${drawing}"/>`,
    );
    if (side < width) room -= side - margin + 2 * gap;
    else top += high;
  }
  const foot = drawFoot(picture, look, { width, bottom: height - look.foot - margin * 0.75 });
  parts.push(foot.svg);

  const above = layOutDrawable(
    card.above,
    { width: room, height: (look.small[0] ?? 0) * 1.3 },
    look.small,
    700,
  );
  if (above) {
    parts.push(textPath(above, margin, top, colours.hibiscus));
    top += measureHeight(above) + gap / 2;
  }
  const rest = foot.top - gap - top;
  let below = layOutDrawable(card.below, { width: room, height: (look.small[0] ?? 0) * 4 }, look.small, 400);
  let title = layOutDrawable(
    card.title,
    { width: room, height: rest - (below ? measureHeight(below) + gap : 0) },
    look.titles,
    700,
  );
  // Where there is little room, it is the title's.
  if (below && title && title.size < (look.titles[smallTitle] ?? 0)) {
    below = undefined;
    title = layOutDrawable(card.title, { width: room, height: rest }, look.titles, 700);
  }
  if (title) {
    parts.push(textPath(title, margin, top, colours.ink));
    top += measureHeight(title) + gap;
  }
  if (below) parts.push(textPath(below, margin, top, colours['ink-2']));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" fill="${colours.ground}"/>${parts.join('')}</svg>`
  );
}
