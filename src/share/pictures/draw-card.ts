/** Draws a picture as SVG: the band, the text as large as possible, the call to action, and the service's name. */
import { currentBrand, type Colours } from '@/brand/brand';
import { weaveBand, type Thread } from '@/components/weave';
import { pictureFormats, type SharePicture } from '@/views/share/share-picture';
import { layOutText, measureHeight, textPath, measureWidth, type TextLayout } from './text-layout';
import { toDrawableText } from './typeface';

interface Look {
  readonly margin: number;
  /** The height of the band, and of the one at the bottom. */
  readonly band: number;
  readonly foot: number;
  /** The sizes of the title, the largest first. */
  readonly titles: readonly number[];
  readonly small: readonly number[];
  readonly actions: readonly number[];
}

const looks: Readonly<Record<keyof typeof pictureFormats, Look>> = {
  wide: {
    margin: 64,
    band: 120,
    foot: 0,
    titles: [92, 84, 76, 68, 62, 56, 50, 44, 38, 34],
    small: [34, 31, 28],
    actions: [36, 32, 28],
  },
  square: {
    margin: 72,
    band: 162,
    foot: 0,
    titles: [112, 102, 92, 84, 76, 68, 60, 54, 48, 42],
    small: [40, 36, 32],
    actions: [46, 42, 36, 30],
  },
  tall: {
    margin: 84,
    band: 324,
    foot: 162,
    titles: [140, 128, 116, 104, 94, 84, 76, 68, 60, 52],
    small: [52, 46, 40],
    actions: [58, 52, 46, 38, 32],
  },
};

/** The colour of a thread: `ink -> --thread-ink` of the style sheets. */
export const threadColour = (colours: Colours, thread: Thread): string =>
  colours[thread === 'ink' ? 'thread-ink' : thread];

/** The band of an id across a picture, with this height. */
export function bandSvg(id: string, y: number, width: number, height: number): string {
  const band = weaveBand(id);
  const colours = currentBrand().light;
  const paths = band.paths
    .map(({ thread, d }) => `<path stroke="${threadColour(colours, thread)}" d="${d}"/>`)
    .join('');
  return (
    `<svg y="${y}" width="${width}" height="${height}" viewBox="0 0 ${band.width} ${band.height}" preserveAspectRatio="none" shape-rendering="crispEdges">` +
    `<rect width="${band.width}" height="${band.height}" fill="${threadColour(colours, band.ground)}"/>` +
    `<g transform="translate(0 .5)">${paths}</g></svg>`
  );
}

/** Lays out the drawable part of a text in an area; empty if the typeface lacks its characters. */
function setIn(
  text: string | undefined,
  width: number,
  height: number,
  sizes: readonly number[],
  weight: 400 | 700,
): TextLayout | undefined {
  const shown = text === undefined ? undefined : toDrawableText(text);
  return shown === undefined ? undefined : layOutText(shown, { width, height }, sizes, weight);
}

/** Draws the whole picture. A title that the typeface can't show is left out: the band represents it. */
export function cardSvg({ card, format }: SharePicture): string {
  const { width, height } = pictureFormats[format];
  const look = looks[format];
  const colours = currentBrand().light;
  const { margin } = look;
  const room = width - 2 * margin;
  const gap = margin / 3;
  const parts: string[] = [bandSvg(card.band, 0, width, look.band)];
  if (look.foot > 0) parts.push(bandSvg(card.band, height - look.foot, width, look.foot));
  const bottom = height - look.foot - margin * 0.75;

  const service = setIn(card.service, room, look.small[0] ?? 0, [...look.small, 24, 20], 700);
  let foot = bottom;
  if (service) {
    foot -= measureHeight(service);
    parts.push(textPath(service, margin, foot, colours.ink));
  }
  const action = setIn(card.action, room - 2 * gap, (look.actions[0] ?? 0) * 1.3, look.actions, 700);
  if (action) {
    const box = measureHeight(action) + gap * 1.4;
    foot -= box + gap;
    const [line = ''] = action.lines;
    const words = textPath(
      { ...action, lines: [line] },
      margin + gap,
      foot + gap * 0.7,
      colours['on-marigold'],
    );
    const extent = Math.min(room, measureWidth(line, 700) * action.size + 2 * gap);
    parts.push(
      `<rect x="${margin}" y="${foot}" width="${extent}" height="${box}" fill="${colours.marigold}"/>${words}`,
    );
  }

  let top = look.band + margin * 0.7;
  const above = setIn(card.above, room, (look.small[0] ?? 0) * 1.3, look.small, 700);
  if (above) {
    parts.push(textPath(above, margin, top, colours.hibiscus));
    top += measureHeight(above) + gap / 2;
  }
  const below = setIn(card.below, room, (look.small[0] ?? 0) * 4, look.small, 400);
  const rest = foot - gap - top - (below ? measureHeight(below) + gap : 0);
  const title = setIn(card.title, room, rest, look.titles, 700);
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
