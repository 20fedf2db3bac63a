/** Codes to be read by a camera, with the address that they hold printed beneath for those who can't. */
import { encode } from 'uqr';
import { bandSvg } from './draw-card';
import { colours } from './colours';
import { fitLines, heightOf, textPath } from './set-text';

/** White modules around a code: the standard (ISO/IEC 18004) asks for four. */
export const quiet = 4;

/** A module in the units of the drawing. */
const unit = 20;

/** A code in modules, without the white ones around it. */
export interface QrCode {
  /** Modules of a side. */
  readonly size: number;
  /** The dark modules as one path, each run of a row a rectangle, moved by `quiet`. */
  readonly path: string;
}

/** The code of an absolute address. Level M: a code with a seventh of it torn or dirty can still be read. */
export function qrCode(url: string): QrCode {
  const { data: rows, size } = encode(url, { ecc: 'M', border: 0 });
  let path = '';
  for (const [row, modules] of rows.entries()) {
    for (let column = 0; column < size; column++) {
      if (!modules[column]) continue;
      const start = column;
      while (modules[column + 1]) column++;
      const run = column - start + 1;
      path += `M${start + quiet} ${row + quiet}h${run}v1h-${run}z`;
    }
  }
  return { size, path };
}

/** How an address is printed: without what every browser adds. `'https://example.org/fr/c/x/' -> 'example.org/fr/c/x'` */
export function printedAddress(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '');
}

/** The code of an absolute address as SVG, with the band of an id between it and the printed address. */
export function qrSvg(url: string, band: string): string {
  const { size, path } = qrCode(url);
  const side = size + 2 * quiet;
  const width = side * unit;
  const printed = fitLines(
    printedAddress(url),
    { width: width - 2 * quiet * unit, height: 4 * unit * 1.16 },
    [36, 32, 28, 24, 20, 17],
    700,
  );
  const bandHeight = unit;
  const height = width + bandHeight + heightOf(printed) + quiet * unit;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" fill="${colours.ground}"/>` +
    `<path fill="${colours.ink}" shape-rendering="crispEdges" transform="scale(${unit})" d="${path}"/>` +
    bandSvg(band, width, width, bandHeight) +
    textPath(printed, width / 2, width + bandHeight + unit, colours.ink, true) +
    '</svg>'
  );
}
