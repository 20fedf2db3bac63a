import { createHash } from 'node:crypto';
import type { MiddlewareNext } from 'astro';
import { defineMiddleware } from 'astro:middleware';
import { withPane } from '@/catalog/pane';
import { panePath } from '@/pipeline/overlay';

/** Astro puts this before a page's first island, wherever that is; HTML wants styles in the head. */
const islandStyle = /<style>astro-island[^<]*<\/style>/;

/** What a policy must name: data for search engines is none of it. */
const inlineCode =
  /<(?:script|style)(?![^>]*\s(?:src=|type="application\/ld\+json"))[^>]*>([^]*?)<\/(?:script|style)>/g;

/** Each byte of a page as a character: what is looked for in it is ASCII, and this takes no time to read and write. */
const encoding = 'latin1';

/** The few inline scripts and styles that there are, on thousands of pages, as a policy names them. */
const hashes = new Map<string, string>();

function hashOf(code: string): string {
  let hash = hashes.get(code);
  if (hash === undefined) {
    hash = ` 'sha256-${createHash('sha256').update(code, encoding).digest('base64')}'`;
    hashes.set(code, hash);
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

/** Moves the islands' style into the head, so that every page is valid HTML. */
async function whole(next: MiddlewareNext): Promise<Response> {
  const response = await next();
  if (!response.headers.get('Content-Type')?.startsWith('text/html')) return response;
  const html = Buffer.from(await response.arrayBuffer()).toString(encoding);
  const style = islandStyle.exec(html)?.[0];
  const moved = style === undefined ? html : html.replace(style, '').replace('</head>', `${style}</head>`);
  return new Response(Buffer.from(trimPolicy(moved), encoding), {
    status: response.status,
    headers: response.headers,
  });
}

export const onRequest = defineMiddleware(({ url }, next) =>
  import.meta.env.DEV && url.pathname.startsWith(panePath) ? withPane(() => whole(next)) : whole(next),
);
