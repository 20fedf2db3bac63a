/** Decodes text files as spreadsheets save them. */
import { decodeText, EncodingError } from '@/sources/files/decode-text';

/** A decoded file. */
export interface DecodedSheet {
  readonly text: string;
  /** The encoding if it isn't UTF-8. */
  readonly encoding?: 'Windows-1252' | 'UTF-16';
}

const utf16 = { le: 'utf-16le', be: 'utf-16be' } as const;

/**
 * Decodes UTF-8, UTF-16 with a byte order mark (“Unicode Text”), or Windows-1252 (“CSV” in Excel). Throws an
 * `EncodingError` for a file that is no text.
 */
export function decodeSheet(bytes: Uint8Array): DecodedSheet {
  const [first, second] = bytes;
  const order =
    first === 0xff && second === 0xfe ? 'le' : first === 0xfe && second === 0xff ? 'be' : undefined;
  if (order) return { text: new TextDecoder(utf16[order]).decode(bytes), encoding: 'UTF-16' };
  try {
    return { text: decodeText(bytes) };
  } catch (error) {
    // No text has a byte of zero.
    if (!(error instanceof EncodingError) || bytes.includes(0)) throw error;
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' };
  }
}
