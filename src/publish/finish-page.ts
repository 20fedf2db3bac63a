/** What is put right in a page once Astro has made it. Pure; so that it can be done while others are being made. */
import { createHash } from 'node:crypto';

/** Astro puts this before a page's first island, wherever that is; HTML wants styles in the head. */
const islandStyle = /<style>astro-island[^<]*<\/style>/;

/**
 * Astro's hash of an island, which nothing reads in a built site. The component's absolute path is part of it, so that a
 * checkout in another folder would give other bytes (docs/decisions/0039).
 */
const islandId = /(<astro-island) uid="[^"]*"/g;

/** What a policy must name: data for search engines is none of it. */
const inlineCode =
  /<(?:script|style)(?![^>]*\s(?:src=|type="application\/ld\+json"))[^>]*>([^]*?)<\/(?:script|style)>/g;

/**
 * Each byte of a page as a character. What is looked for in it is ASCII, and reading and writing a page so takes no time.
 */
export const bytewise = 'latin1';

/** The few inline scripts and styles that there are, on thousands of pages, as a policy names them. */
const hashes = new Map<string, string>();

function hashOf(code: string): string {
  let hash = hashes.get(code);
  if (hash === undefined) {
    hash = ` 'sha256-${createHash('sha256').update(code, bytewise).digest('base64')}'`;
    hashes.set(Buffer.from(code, bytewise).toString(bytewise), hash);
  }
  return hash;
}

/**
 * Takes the hashes out of the policy that no inline script or style of the page has. Astro lists all that the site has,
 * files too, which 'self' allows already; hashes can't be compressed, and ten are 400 bytes on a page of 8 kB.
 */
function trimPolicy(html: string): string {
  const from = html.indexOf('<meta http-equiv="content-security-policy"');
  if (from === -1) return html;
  const to = html.indexOf('>', from);
  const own = new Set([...html.matchAll(inlineCode)].map(([, code = '']) => hashOf(code)));
  const policy = html.slice(from, to).replaceAll(/ 'sha256-[^']+'/g, (hash) => (own.has(hash) ? hash : ''));
  return html.slice(0, from) + policy + html.slice(to);
}

/**
 * A page read `bytewise`, with the islands' style in the head, without the islands' ids, and with no more in its policy
 * than it needs.
 */
export function finishPage(html: string): string {
  const style = islandStyle.exec(html)?.[0];
  const moved =
    style === undefined ? html : html.replace(style, '').replace('</head>', () => `${style}</head>`);
  return trimPolicy(moved.replaceAll(islandId, '$1'));
}
