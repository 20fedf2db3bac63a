/**
 * The woven band: a small cloth drawn from an id, the same everywhere. Each cell has the warp colour of its column or
 * the weft colour of its row; a mirrored twill decides which of the two is on top.
 */

import { cacheByText } from '@/i18n/cache-by-text';

/** The five thread colours by the class that gives them (`src/styles/weave.css`). */
const threads = ['ink', 'marigold', 'leaf', 'hibiscus', 'sky'] as const;

export type Thread = (typeof threads)[number];

/**
 * One colour of a band: its runs of cells, row by row, as one SVG path with a stroke one unit wide, shifted down by
 * half a unit.
 */
interface BandPath {
  readonly thread: Thread;
  readonly d: string;
}

/** FNV-1a, 32 bits: small, and the same on every machine. http://www.isthe.com/chongo/tech/comp/fnv/ */
export function hashThread(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value ^= character.codePointAt(0) ?? 0;
    value = Math.imul(value, 0x01000193) >>> 0;
  }
  return value;
}

/** A sequence of small numbers determined by a seed. */
function sequence(seed: number): (below: number) => number {
  let state = seed || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}

const mirroredIndex = (index: number, period: number) => {
  const place = index % (2 * period);
  return place < period ? place : 2 * period - 1 - place;
};

/** The band of an id with `columns` x `rows` cells, an even number of rows: under one kilobyte as SVG at 40 x 6. */
export const weaveBand = cacheByText((id: string, columns: number = 40, rows: number = 6) => {
  const next = sequence(hashThread(id));
  const left = [...threads];
  const takeColour = () => left.splice(next(left.length), 1)[0] ?? 'ink';
  const colours = [takeColour(), takeColour(), takeColour()] as const;
  const stripe = 4 + next(5);
  const warp = Array.from({ length: stripe }, () => next(3));
  const weft = Array.from({ length: Math.ceil(rows / 2) }, () => next(3));
  const modulus = 3 + next(3);
  const float = 1 + next(modulus - 1);
  const wave = 3 + next(4);

  const cell = (x: number, y: number): number => {
    const onTop = (mirroredIndex(x, wave) + mirroredIndex(y, Math.ceil(rows / 2))) % modulus < float;
    return (onTop ? warp[mirroredIndex(x, stripe)] : weft[mirroredIndex(y, Math.ceil(rows / 2))]) ?? 0;
  };

  // The commonest colour is the background; the others are runs of cells on it.
  const counts = [0, 0, 0];
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) counts[cell(x, y)] = (counts[cell(x, y)] ?? 0) + 1;
  const ground = counts.indexOf(Math.max(...counts));
  const pathsOf = (until: number): BandPath[] =>
    [0, 1, 2]
      .filter((index) => index !== ground && (counts[index] ?? 0) > 0)
      .map((index) => ({
        thread: colours[index] ?? 'ink',
        d: runsOf((x, y) => cell(x, y) === index, columns, until),
      }));
  return {
    width: columns,
    height: rows,
    ground: colours[ground] ?? ('ink' as const),
    paths: pathsOf(rows),
    /** The same for the upper half alone: the lower one is its mirror image. */
    upper: pathsOf(rows / 2),
  };
});

/** How a band is drawn. */
export interface WeaveLook {
  readonly class?: string;
  /** Repeats at the same size in any width, instead of being stretched. At most one on a page. */
  readonly endless?: boolean;
  /** A square of it: the face of a person, or of an organization without a logo. */
  readonly square?: boolean;
}

/** Cells on each side of a square. */
const side = 8;

/** The width of a cell of an endless band relative to its height, like in a stretched one on a phone. */
const cellWidth = 2.5;

/** The maximum width relative to the height: more than the widest screen needs; the rest is cut off. */
const longest = 100;

/** The band of an id as SVG, in the classes of the style sheet. */
export function weaveSvg(
  id: string,
  { class: own, endless = false, square = false }: WeaveLook = {},
): string {
  const { width, height, ground, paths, upper } = square ? weaveBand(id, side, side) : weaveBand(id);
  const clothOf = (shown: readonly BandPath[], attributes = '') => {
    const lines = shown.map(({ thread, d }) => `<path class="thread-${thread}" d="${d}"></path>`).join('');
    const rect = `<rect class="thread-${ground}" width="${width}" height="${height}"></rect>`;
    return `${rect}<g${attributes} transform="translate(0 .5)">${lines}</g>`;
  };
  // Writing only one half makes up for the extra elements of an endless band.
  const cloth = endless
    ? `<pattern id="band" width="${width}" height="${height}" patternUnits="userSpaceOnUse" patternTransform="scale(${cellWidth} 1)">` +
      `${clothOf(upper, ' id="half"')}<use href="#half" transform="matrix(1 0 0 -1 0 ${height})"></use></pattern>` +
      '<rect width="100%" height="100%" fill="url(#band)"></rect>'
    : clothOf(paths);
  const names = ['weave', square && 'weave-square', own].filter(Boolean).join(' ');
  const viewBox = `0 0 ${endless ? height * longest : width} ${height}`;
  const fit = square ? '' : ` preserveAspectRatio="${endless ? 'xMinYMid slice' : 'none'}"`;
  return `<svg class="${names}" viewBox="${viewBox}"${fit} shape-rendering="crispEdges" aria-hidden="true">${cloth}</svg>`;
}

/** The runs of cells selected by `isIn`, as a path. Relative moves: most runs then take six or seven bytes. */
export function runsOf(isIn: (x: number, y: number) => boolean, columns: number, rows: number): string {
  let d = '';
  let at: readonly [number, number] | undefined;
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      if (!isIn(x, y)) continue;
      const start = x;
      while (x + 1 < columns && isIn(x + 1, y)) x++;
      const run = x - start + 1;
      d += at ? `m${start - at[0]} ${y - at[1]}h${run}` : `M${start} ${y}h${run}`;
      at = [start + run, y];
    }
  }
  return d;
}
