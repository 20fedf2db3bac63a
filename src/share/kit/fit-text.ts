/** Texts within the limits that networks set, each by its own way of counting. */
import { cleanText } from '@/model/characters';

/** How long a text is to a network. */
export type Measure = (text: string) => number;

/** Characters as most networks count them: code points. */
export const codePoints: Measure = (text) => [...text].length;

/** Code points that count once: Latin, Greek, Cyrillic, Arabic and others, and common punctuation; the rest counts twice. */
const single = /[\u0000-\u10FF\u2000-\u200D\u2010-\u201F\u2032-\u2037]/u;

/** Characters as X counts them. https://docs.x.com/fundamentals/counting-characters */
export const weighted: Measure = (text) =>
  [...text].reduce((sum, character) => sum + (single.test(character) ? 1 : 2), 0);

/** So much of a limit an address takes on X and Mastodon, however long it is. */
export const countedAddress = 23;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * A text of at most `limit`, cut before a word where it is longer, with an ellipsis. No character is cut in two:
 * `('Traduire un guide', 12) -> 'Traduire un…'`.
 */
export function fitText(raw: string, limit: number, measure: Measure = codePoints): string {
  const { text } = cleanText(raw, true);
  if (measure(text) <= limit) return text;
  let fitting = '';
  for (const { segment } of graphemes.segment(text)) {
    if (measure(fitting + segment) + measure('…') > limit) break;
    fitting += segment;
  }
  const rest = text.slice(fitting.length);
  const words = /^\s/.test(rest) ? fitting : fitting.replace(/\s+\S*$/u, '');
  // One word alone may be too long for a place.
  return `${(words || fitting).replace(/[\s,;:.–—-]+$/u, '')}…`;
}
