/** Lines of iCalendar: https://www.rfc-editor.org/rfc/rfc5545#section-3.1 */
import { cleanText } from './characters';

/** The maximum length of a line in bytes, without its end. */
const maxLineBytes = 75;

function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

/**
 * Ends a line, and folds it where it is too long: after at most 75 bytes of UTF-8, never inside a character. The space
 * that begins each continuation counts as one of its bytes.
 */
export function foldCalendarLine(line: string): string {
  let folded = '';
  let bytes = 0;
  for (const character of line) {
    const size = bytesOf(character.codePointAt(0) ?? 0);
    if (bytes + size > maxLineBytes) {
      folded += '\r\n ';
      bytes = 1;
    }
    folded += character;
    bytes += size;
  }
  return `${folded}\r\n`;
}

/** Escapes text for the value of a property: no line breaks, separators or control characters. */
export function escapeCalendarText(raw: string): string {
  return cleanText(raw, false)
    .text.replace(/[\\;,]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`);
}

/** Formats an instant (ms) in UTC, which needs no time zone table: `'20261202T230000Z'`. */
export function formatCalendarInstant(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}
