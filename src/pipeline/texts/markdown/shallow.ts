/** One sign that opens a quotation or a list item at the start of a line, within those before it. */
const sign = String.raw`[ \t]{0,3}(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))[ \t]?`;

/** Deeper than any text that a person writes; the parsers of the registry overflow the stack at some hundreds. */
const deepest = 20;

const tooDeep = new RegExp(`^((?:${sign}){${deepest}})(?:${sign})+`, 'gm');

/**
 * The text with at most 20 quotations and list items opened by one line; further signs are left out:
 * `'> > … > A' -> '> > … > A'`. Without this, a line of a thousand `>` would end the build.
 */
export function shallow(markdown: string): string {
  return markdown.replaceAll(tooDeep, '$1');
}
