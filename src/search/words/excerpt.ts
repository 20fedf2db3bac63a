/**
 * Converts an excerpt of Pagefind into text. It arrives as HTML with `<mark>` around hits and `<` and `>` escaped; it
 * is never used as HTML.
 */
import { joinElisions } from './spelling';

/** A part of an excerpt, marked where it is a hit. */
export interface ExcerptPart {
  readonly text: string;
  readonly marked: boolean;
}

/** Restores French non-breaking spaces, which the index stores as plain ones. */
function frenchSpaces(text: string): string {
  return text
    .replace(/« /g, '«\u202f')
    .replace(/ ([»;:?!])/g, (_, mark: string) => `${mark === ':' ? '\u00a0' : '\u202f'}${mark}`);
}

/** Restores the proper spelling of text from the index. `lang` is the language of the text. */
export function restoreSpelling(text: string, lang: string): string {
  const joined = joinElisions(text);
  return lang === 'fr' ? frenchSpaces(joined) : joined;
}

/**
 * Parses an excerpt: `'of <mark>water</mark> &lt;3'` -> `[{ text: 'of ' }, { text: 'water', marked }, { text: ' <3' }]`
 */
export function parseExcerpt(html: string, lang: string): ExcerptPart[] {
  // The characters after a hit weren't searched for.
  const trimmed = html.replace(/([^\p{L}\p{M}\p{N}]+)<\/mark>/gu, '</mark>$1');
  return trimmed.split('<mark>').flatMap((part, index): ExcerptPart[] => {
    const end = index === 0 ? 0 : part.indexOf('</mark>');
    const plain = (text: string) =>
      restoreSpelling(text.replaceAll('</mark>', '').replaceAll('&lt;', '<').replaceAll('&gt;', '>'), lang);
    const pieces = [
      { text: plain(part.slice(0, Math.max(end, 0))), marked: true },
      { text: plain(part.slice(end <= 0 ? 0 : end)), marked: false },
    ];
    return pieces.filter(({ text }) => text !== '');
  });
}
