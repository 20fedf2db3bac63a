import { isUtf8 } from 'node:buffer';
import { OperatorError } from '@/model/operator-error';

/** A file that is not UTF-8. Both parts are for an editor. */
export class EncodingError extends OperatorError {
  override readonly name = 'EncodingError';
}

const saveAgain = 'Open it in the program that wrote it, and save it with the encoding UTF-8.';

const decoder = new TextDecoder();

const lineFeed = 0x0a;

/**
 * Decodes a file, which must be UTF-8; a byte order mark is removed. Guessing another encoding would show readers `�` or
 * wrong letters. Throws an `EncodingError` that names the first line with a fault.
 */
export function decodeText(bytes: Uint8Array): string {
  if (!bytes.includes(0) && isUtf8(bytes)) return decoder.decode(bytes);
  const [first, second] = bytes;
  const isMarkedUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  // Without a mark UTF-16 shows by its NUL bytes, at least every second one where the text is Latin; no text has them.
  const nuls = bytes.filter((byte) => byte === 0).length;
  if (isMarkedUtf16 || nuls > bytes.length / 4)
    throw new EncodingError('is saved as UTF-16, not as UTF-8', saveAgain);
  if (nuls > 0) {
    throw new EncodingError(
      `has ${nuls === 1 ? 'a byte' : `${nuls} bytes`} of zero, as a file that was damaged`,
      'Take its earlier version from the history, or write it again.',
    );
  }
  throw new EncodingError(
    `is not UTF-8: line ${findFirstFault(bytes)} has letters in another encoding`,
    saveAgain,
  );
}

/** Returns the first line, from 1, that isn't UTF-8. A line feed is never part of a longer sequence in UTF-8. */
function findFirstFault(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const feed = bytes.indexOf(lineFeed, start);
    const end = feed === -1 ? bytes.length : feed;
    if (!isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
  return line;
}
