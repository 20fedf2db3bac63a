/** QR codes with their address printed below, for people without a camera. */
import { currentBrand } from '@/brand/brand';
import { bandSvg } from './draw-band';
import { printedAddress } from './printed-address';
import { createQrCode, quietZone } from './qr-path';
import { layOutText, measureHeight, textPath } from './text-layout';

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
