/** The addresses in a page, read without a parser: a site may have a hundred thousand pages. Pure. */

/** Attributes with an address in them, as the renderer writes them. */
const attribute = /\s(href|src|srcset|action|poster|content)="([^"]*)"/g;

const anchorName = /\s(?:id|name)="([^"]*)"/g;

const entities: Readonly<Record<string, string>> = { amp: '&', quot: '"', lt: '<', gt: '>', apos: "'" };

/** `a&amp;b&#39;c -> a&b'c`; what it doesn’t know it leaves as it is. */
function unescape(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(String(hex), 16));
    return entities[String(name)] ?? whole;
  });
}

/** The candidates of a `srcset`: `a.png 1x, b.png 2x -> [a.png, b.png]`. */
const candidates = (value: string) => value.split(',').map((part) => part.trim().split(/\s/)[0] ?? '');

/** Where a page reloads to: `0; url=/en/ -> /en/`. */
const refresh = /^\d+;\s*url=(.*)$/s;

/** Every address that a page leads to or loads, each once, as it is meant rather than as it is escaped. */
export function addressesIn(html: string): Set<string> {
  const found = new Set<string>();
  for (const [, name, escaped = ''] of html.matchAll(attribute)) {
    const value = unescape(escaped);
    if (name === 'srcset') for (const one of candidates(value)) found.add(one);
    else if (name !== 'content') found.add(value);
    else {
      const to = refresh.exec(value)?.[1];
      if (to !== undefined) found.add(to);
    }
  }
  return found;
}

/** What can be led to within a page. */
export function anchorsIn(html: string): Set<string> {
  return new Set([...html.matchAll(anchorName)].map(([, value = '']) => unescape(value)));
}
