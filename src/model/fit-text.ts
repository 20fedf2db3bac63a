/** Shortens texts to the limits of networks, each with its own way of counting. */
import { cleanText } from './characters';

/** Measures the length of a text as a network does. */
type Measure = (text: string) => number;

/** Counts code points, as most networks do. */
export const countCodePoints: Measure = (text) => [...text].length;

/**
 * Code points that count once: Latin, Greek, Cyrillic, Arabic and others, and common punctuation; the rest counts
 * twice.
 */
const single = /[\u0000-\u10FF\u2000-\u200D\u2010-\u201F\u2032-\u2037]/u;

/** Counts characters as X does. https://docs.x.com/fundamentals/counting-characters */
export const countWeighted: Measure = (text) =>
  [...text].reduce((sum, character) => sum + (single.test(character) ? 1 : 2), 0);

/** The length that any address counts for on X and Mastodon. */
export const addressLength = 23;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Counts characters as people see them, as Bluesky does. */
export const countGraphemes: Measure = (text) => [...graphemes.segment(text)].length;

/**
 * Shortens a text to `limit`, before a word and with an ellipsis. Never cuts a character in two: `('Traduire un guide',
 * 12) -> 'Traduire un…'`.
 */
export function fitText(raw: string, limit: number, measure: Measure = countCodePoints): string {
  const { text } = cleanText(raw, true);
  if (measure(text) <= limit) return text;
  let fitting = '';
  for (const { segment } of graphemes.segment(text)) {
    if (measure(fitting + segment) + measure('…') > limit) break;
    fitting += segment;
  }
  const rest = text.slice(fitting.length);
  const words = /^\s/.test(rest) ? fitting : fitting.replace(/\s+\S*$/u, '');
  // A single word may exceed the limit.
  return `${(words || fitting).replace(/[\s,;:.–—-]+$/u, '')}…`;
}
