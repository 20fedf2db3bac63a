/**
 * An excerpt as Pagefind writes it, made into text that can be shown. It arrives as HTML with `<mark>` around hits and
 * `<` and `>` escaped; it is never used as HTML.
 */
import { joinElisions } from './words';

/** A piece of text, marked where it was searched for. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** French spaces that don't break, which the index knows as plain ones. */
function frenchSpaces(text: string): string {
  return text
    .replace(/« /g, '«\u202f')
    .replace(/ ([»;:?!])/g, (_, mark: string) => `${mark === ':' ? '\u00a0' : '\u202f'}${mark}`);
}

/** Text out of the index in its proper spelling. `lang` is the language that the text is in. */
export function properText(text: string, lang: string): string {
  const joined = joinElisions(text);
  return lang === 'fr' ? frenchSpaces(joined) : joined;
}

/** `'of <mark>water</mark> &lt;3'` -> `[{ text: 'of ' }, { text: 'water', marked }, { text: ' <3' }]` */
export function readExcerpt(html: string, lang: string): Piece[] {
  // What stands behind a hit was not searched for.
  const trimmed = html.replace(/([^\p{L}\p{M}\p{N}]+)<\/mark>/gu, '</mark>$1');
  return trimmed.split('<mark>').flatMap((part, index): Piece[] => {
    const end = index === 0 ? 0 : part.indexOf('</mark>');
    const plain = (text: string) =>
      properText(text.replaceAll('</mark>', '').replaceAll('&lt;', '<').replaceAll('&gt;', '>'), lang);
    const pieces = [
      { text: plain(part.slice(0, Math.max(end, 0))), marked: true },
      { text: plain(part.slice(end <= 0 ? 0 : end)), marked: false },
    ];
    return pieces.filter(({ text }) => text !== '');
  });
}
