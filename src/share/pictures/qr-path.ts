/** The modules of QR codes. Also for browsers: without fonts. */
import { encode } from 'uqr';

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
