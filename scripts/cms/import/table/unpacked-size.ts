/** The unpacked size of a workbook, which is a zip archive. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */

/** In a field of 32 bits: the number is elsewhere, with 64. */
const isElsewhere = (value: number) => value === 0xffffffff;

const readLong = (bytes: Buffer, at: number) => Number(bytes.readBigUInt64LE(at));

/** Where an archive lists its files, and how many. An end of 64-bit numbers stands before the usual one. */
function findDirectory(file: Buffer): { readonly at: number; readonly count: number } | undefined {
  const end = file.lastIndexOf('PK\x05\x06', file.length - 22, 'latin1');
  if (end === -1) return undefined;
  const count = file.readUInt16LE(end + 10);
  const at = file.readUInt32LE(end + 16);
  if (count !== 0xffff && !isElsewhere(file.readUInt32LE(end + 12)) && !isElsewhere(at)) return { at, count };
  const longEnd = readLong(file, end - 12);
  return { count: readLong(file, longEnd + 32), at: readLong(file, longEnd + 48) };
}

/** The place of the 64-bit numbers among the further fields of a file. Throws a `RangeError` without any. */
function findLongs(fields: Buffer): number {
  let at = 0;
  while (fields.readUInt16LE(at) !== 1) at += 4 + fields.readUInt16LE(at + 2);
  return at + 4;
}

/**
 * Returns the bytes that all files of an archive have by its own list; infinity where it doesn't say. The reader of
 * workbooks unpacks no file further than it is listed. Returns 0 for what is no archive, and throws a `RangeError` for one
 * that isn't whole.
 */
export function readUnpackedSize(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(file);
  if (!directory) return 0;
  let total = 0;
  let at = directory.at;
  for (let index = 0; index < directory.count; index++) {
    let packed = file.readUInt32LE(at + 20);
    let size = file.readUInt32LE(at + 24);
    const nameLength = file.readUInt16LE(at + 28);
    const next = at + 46 + nameLength + file.readUInt16LE(at + 30);
    const fields = file.subarray(at + 46 + nameLength, next);
    const isSizeElsewhere = isElsewhere(size);
    if (isSizeElsewhere) size = readLong(fields, findLongs(fields));
    if (isElsewhere(packed)) packed = readLong(fields, findLongs(fields) + (isSizeElsewhere ? 8 : 0));
    const isPacked = file.readUInt16LE(at + 10) !== 0;
    const hasSizesBehind = (file.readUInt16LE(at + 8) & 8) !== 0;
    // The reader then looks behind the file, or has no limit. Even an empty file has two bytes once packed.
    const isUnlisted = (packed === 0 && hasSizesBehind) || (size === 0 && packed > 2);
    total += isPacked && isUnlisted ? Infinity : size;
    at = next + file.readUInt16LE(at + 32);
  }
  return total;
}
