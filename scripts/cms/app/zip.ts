/** Packs files into a ZIP archive, which is how Contentful takes an app. */
import { crc32, deflateRawSync } from 'node:zlib';

interface ZipFile {
  /** Its path in the archive, with slashes. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** 1 January 1980, the first day that the format has: the same files give the same archive. */
const firstDay = 0x21;

/** A header's numbers, each with its size in bytes; little-endian. */
function packNumbers(numbers: readonly (readonly [value: number, size: 2 | 4])[]): Buffer {
  return Buffer.concat(
    numbers.map(([value, size]) => {
      const bytes = Buffer.alloc(size);
      bytes.writeUIntLE(value, 0, size);
      return bytes;
    }),
  );
}

/** Creates an archive. The fields are those of the format’s specification (APPNOTE 6.3, sections 4.3.7, 4.3.12, 4.3.16). */
export function createZip(files: readonly ZipFile[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const packed = deflateRawSync(bytes, { level: 9 });
    const fileName = Buffer.from(name);
    // Version 2.0, names in UTF-8, deflated; then time, day, checksum and sizes.
    const common = packNumbers([
      [20, 2],
      [0x800, 2],
      [8, 2],
      [0, 2],
      [firstDay, 2],
      [crc32(bytes), 4],
      [packed.length, 4],
      [bytes.length, 4],
      [fileName.length, 2],
      [0, 2],
    ]);
    const local = Buffer.concat([packNumbers([[0x04034b50, 4]]), common, fileName, packed]);
    // Made by version 2.0; no comment, first disk, no attributes; then where the file is.
    directory.push(
      packNumbers([
        [0x02014b50, 4],
        [20, 2],
      ]),
      common,
      packNumbers([
        [0, 2],
        [0, 2],
        [0, 2],
        [0, 4],
        [offset, 4],
      ]),
      fileName,
    );
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = packNumbers([
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [files.length, 2],
    [files.length, 2],
    [central.length, 4],
    [offset, 4],
    [0, 2],
  ]);
  return Buffer.concat([...parts, central, end]);
}
