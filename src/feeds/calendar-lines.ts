/** Lines of iCalendar: https://www.rfc-editor.org/rfc/rfc5545#section-3.1 */
import { cleanText } from '@/model/characters';

/** Bytes of a line, without its end. */
const longest = 75;

function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

/**
 * A line with its end, folded where it is too long: after at most 75 bytes of UTF-8, never inside a character. The
 * space that begins each line that follows counts as one of its bytes.
 */
export function foldLine(line: string): string {
  let folded = '';
  let bytes = 0;
  for (const character of line) {
    const size = bytesOf(character.codePointAt(0) ?? 0);
    if (bytes + size > longest) {
      folded += '\r\n ';
      bytes = 1;
    }
    folded += character;
    bytes += size;
  }
  return `${folded}\r\n`;
}

/** Text as the value of a property: no line of its own, no separator, no control character. */
export function calendarText(raw: string): string {
  return cleanText(raw, false)
    .text.replace(/[\\;,]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`);
}

/** An instant (ms) in UTC, which needs no table of time zones: `'20261202T230000Z'`. */
export function calendarInstant(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}
