/** Codes to be read by a camera, with the address that they hold printed beneath for those who can't. */
import { create } from 'qrcode';
import { bandSvg } from './draw-card';
import { colours } from './colours';
import { fitLines, heightOf, textPath } from './set-text';

/** White modules around a code: the standard (ISO/IEC 18004) asks for four. */
export const quiet = 4;

/** A module in the units of the drawing. */
const unit = 20;

/** Dark modules as one path, each run of a row a line. */
export function modulesPath(size: number, isDark: (row: number, column: number) => boolean): string {
  let d = '';
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!isDark(row, column)) continue;
      const start = column;
      while (column + 1 < size && isDark(row, column + 1)) column++;
      d += `M${start + quiet} ${row + quiet}h${column - start + 1}v1h-${column - start + 1}z`;
    }
  }
  return d;
}

/** How an address is printed: without what every browser adds. `'https://example.org/fr/c/x/' -> 'example.org/fr/c/x'` */
export function printedAddress(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '');
}

/**
 * The code of an absolute address as SVG, with the band of an id between it and the printed address. Level M: a code
 * with a seventh of it torn or dirty can still be read.
 */
export function qrSvg(url: string, band: string): string {
  const { modules } = create(url, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * quiet;
  const width = side * unit;
  const printed = fitLines(
    printedAddress(url),
    { width: width - 2 * quiet * unit, height: 4 * unit * 1.16 },
    [36, 32, 28, 24, 20, 17],
    700,
  );
  const bandHeight = unit;
  const height = width + bandHeight + heightOf(printed) + quiet * unit;
  const d = modulesPath(modules.size, (row, column) => modules.get(row, column) === 1);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" fill="${colours.ground}"/>` +
    `<path fill="${colours.ink}" shape-rendering="crispEdges" transform="scale(${unit})" d="${d}"/>` +
    bandSvg(band, width, width, bandHeight) +
    textPath(printed, width / 2, width + bandHeight + unit, colours.ink, true) +
    '</svg>'
  );
}
