/** Unpacks web fonts: https://www.w3.org/TR/WOFF/ */
import { inflateSync } from 'node:zlib';

/** The byte lengths of the header and of a directory entry: in WOFF, then in SFNT. */
const woff = { header: 44, entry: 20 } as const;
const sfnt = { header: 12, entry: 16 } as const;

/** Tables begin at multiples of four bytes. */
const padded = (length: number) => Math.ceil(length / 4) * 4;

interface Table {
  /** Tag and checksum, as in both formats. */
  readonly tag: number;
  readonly checksum: number;
  readonly data: Buffer;
}

function tablesOf(file: Buffer): Table[] {
  return Array.from({ length: file.readUInt16BE(12) }, (_, index) => {
    const at = woff.header + index * woff.entry;
    const offset = file.readUInt32BE(at + 4);
    const packed = file.subarray(offset, offset + file.readUInt32BE(at + 8));
    const length = file.readUInt32BE(at + 12);
    return {
      tag: file.readUInt32BE(at),
      checksum: file.readUInt32BE(at + 16),
      data: packed.length < length ? inflateSync(packed) : packed,
    };
  });
}

/**
 * Converts a WOFF font to SFNT (TrueType or OpenType), with its tables unpacked once. fontkit reads WOFF too, but
 * unpacks all outlines again for each glyph. Throws a `RangeError`, or zlib's error, where the file is truncated.
 */
export function unpackWoff(file: Buffer): Buffer {
  const tables = tablesOf(file);
  const power = Math.floor(Math.log2(tables.length));
  const font = Buffer.alloc(
    sfnt.header + tables.length * sfnt.entry + tables.reduce((sum, { data }) => sum + padded(data.length), 0),
  );
  // The flavour, then the number of tables and the start values of a binary search among them.
  file.copy(font, 0, 4, 8);
  font.writeUInt16BE(tables.length, 4);
  font.writeUInt16BE(2 ** power * sfnt.entry, 6);
  font.writeUInt16BE(power, 8);
  font.writeUInt16BE((tables.length - 2 ** power) * sfnt.entry, 10);
  let offset = sfnt.header + tables.length * sfnt.entry;
  for (const [index, { tag, checksum, data }] of tables.entries()) {
    const at = sfnt.header + index * sfnt.entry;
    for (const [place, value] of [tag, checksum, offset, data.length].entries())
      font.writeUInt32BE(value, at + place * 4);
    data.copy(font, offset);
    offset += padded(data.length);
  }
  return font;
}
