const characters: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00A0',
};

/**
 * Extracts the text of the first heading: `<h1><span>Salt &amp; rice</span></h1> -> 'Salt & rice'`; undefined if
 * there is none.
 */
export function extractHeading(html: string): string | undefined {
  const text = /<h1\b[^>]*>([^]*?)<\/h1>/
    .exec(html)?.[1]
    ?.replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:#(x?)([\da-f]+)|(\w+));/gi, (whole, hex, code, name: string | undefined) =>
      name === undefined
        ? String.fromCodePoint(Number.parseInt(code as string, hex ? 16 : 10))
        : (characters[name] ?? whole),
    )
    .trim();
  return text || undefined;
}
