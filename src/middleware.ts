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

/** The few inline scripts and styles that there are, on thousands of pages, as a policy names them. */
const hashes = new Map<string, string>();

function hashOf(code: string): string {
  let hash = hashes.get(code);
  if (hash === undefined) {
    hash = ` 'sha256-${createHash('sha256').update(code).digest('base64')}'`;
    hashes.set(code, hash);
  }
  return hash;
}

/**
 * Takes the hashes out of the policy that no inline script or style of the page has. Astro lists all that the site has,
 * files too, which 'self' allows already; hashes can't be compressed, and ten are 400 bytes on a page of 8 kB.
 */
function trimPolicy(html: string): string {
  const own = new Set([...html.matchAll(inlineCode)].map(([, code = '']) => hashOf(code)));
  return html.replaceAll(/(?:script|style)-src 'self'[^;]*/g, (sources) =>
    sources.replaceAll(/ 'sha256-[^']+'/g, (hash) => (own.has(hash) ? hash : '')),
  );
}

/** Moves the islands' style into the head, so that every page is valid HTML. */
async function whole(next: MiddlewareNext): Promise<Response> {
  const response = await next();
  if (!response.headers.get('Content-Type')?.startsWith('text/html')) return response;
  const html = await response.text();
  const style = islandStyle.exec(html)?.[0];
  const moved = style === undefined ? html : html.replace(style, '').replace('</head>', `${style}</head>`);
  return new Response(trimPolicy(moved), { status: response.status, headers: response.headers });
}

export const onRequest = defineMiddleware(({ url }, next) =>
  import.meta.env.DEV && url.pathname.startsWith(panePath) ? withPane(() => whole(next)) : whole(next),
);
