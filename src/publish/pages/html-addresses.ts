/** Finds the addresses in a page without a parser: a site may have a hundred thousand pages. Pure. */

/** Attributes that contain an address, as the renderer writes them. */
const attribute = /\s(href|src|srcset|action|poster|content)="([^"]*)"/g;

const anchorName = /\s(?:id|name)="([^"]*)"/g;

const entities: Readonly<Record<string, string>> = { amp: '&', quot: '"', lt: '<', gt: '>', apos: "'" };

/** Decodes entities, `a&amp;b&#39;c -> a&b'c`; unknown ones stay. */
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

/** The target of a page that redirects: `0; url=/en/ -> /en/`. */
const refresh = /^\d+;\s*url=(.*)$/s;

/** Returns every address that a page links to or loads, decoded, each once. */
export function findAddresses(html: string): Set<string> {
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

/** An address with a scheme, and its host where that is written plainly. */
const withScheme = /^([a-z][a-z\d+.-]*):(?:\/\/([a-z\d.-]+)(?=[/?#]|$))?/;

/** True for an address that is plainly outside the site. Others need to be parsed to tell. */
function isPlainlyOutside(address: string, host: string): boolean {
  const [matched, scheme = '', named] = withScheme.exec(address) ?? [];
  if (matched === undefined) return false;
  return named === undefined ? !['http', 'https'].includes(scheme) : named !== host;
}

/**
 * Returns the addresses of a page without those plainly outside the site of this host. Each page has others of these, such as
 * links for sharing it: they would be most of what is remembered of it.
 */
export const findSiteAddresses = (html: string, host: string): string[] =>
  [...findAddresses(html)].filter((address) => !isPlainlyOutside(address, host));

/** Returns the anchors of a page, decoded. */
export function findAnchors(html: string): Set<string> {
  return new Set([...html.matchAll(anchorName)].map(([, value = '']) => unescape(value)));
}
