/** A marker that opens a quotation or list item at the start of a line, possibly nested. */
const sign = String.raw`[ \t]{0,3}(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))[ \t]?`;

/** Deeper than people write. The parsers overflow the stack at some hundreds. */
const deepest = 20;

const tooDeep = new RegExp(`^((?:${sign}){${deepest}})(?:${sign})+`, 'gm');

/**
 * Limits the quotations and list items that one line opens to 20; further markers are removed:
 * `'> > … > A' -> '> > … > A'`. Without this, a line of a thousand `>` would end the build.
 */
export function limitDepth(markdown: string): string {
  return markdown.replaceAll(tooDeep, '$1');
}
