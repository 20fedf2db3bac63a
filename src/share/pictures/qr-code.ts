/** QR codes with their address printed below, for people without a camera. */
import { encode } from 'uqr';
import { currentBrand } from '@/brand/brand';
import { bandSvg } from './draw-band';
import { printedAddress } from './printed-address';
import { layOutText, measureHeight, textPath } from './text-layout';

/** The width of the white margin in modules: the standard (ISO/IEC 18004) requires four. */
export const quietZone = 4;

/** A QR code in modules, without its margin. */
interface QrCode {
  /** The number of modules on a side. */
  readonly size: number;
  /** The dark modules as one path, each run of a row as a rectangle, moved by `quietZone`. */
  readonly path: string;
}

/** Creates the QR code of an absolute address. Level M: readable with a seventh of it torn or dirty. */
export function createQrCode(url: string): QrCode {
  const { data: rows, size } = encode(url, { ecc: 'M', border: 0 });
  let path = '';
  for (const [row, modules] of rows.entries()) {
    for (let column = 0; column < size; column++) {
      if (!modules[column]) continue;
      const start = column;
      while (modules[column + 1]) column++;
      const run = column - start + 1;
      path += `M${start + quietZone} ${row + quietZone}h${run}v1h-${run}z`;
    }
  }
  return { size, path };
}

/** The size of a module in units of the drawing. */
const unit = 20;

/** Draws the QR code of an absolute address as SVG, with the band of an id between it and the printed address. */
export function qrSvg(url: string, band: string): string {
  const { size, path } = createQrCode(url);
  const side = size + 2 * quietZone;
  const width = side * unit;
  const printed = layOutText(
    printedAddress(url),
    { width: width - 2 * quietZone * unit, height: 4 * unit * 1.16 },
    [36, 32, 28, 24, 20, 17],
    700,
  );
  const bandHeight = unit;
  const colours = currentBrand().light;
  const height = width + bandHeight + measureHeight(printed) + quietZone * unit;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" fill="${colours.ground}"/>` +
    `<path fill="${colours.ink}" shape-rendering="crispEdges" transform="scale(${unit})" d="${path}"/>` +
    bandSvg(band, width, width, bandHeight) +
    textPath(printed, width / 2, width + bandHeight + unit, colours.ink, true) +
    '</svg>'
  );
}
