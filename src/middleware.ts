import { defineMiddleware } from 'astro:middleware';

/** Astro puts this before a page's first island, wherever that is; HTML wants styles in the head. */
const islandStyle = /<style>astro-island[^<]*<\/style>/;

/** Moves the islands' style into the head, so that every page is valid HTML. */
export const onRequest = defineMiddleware(async (_context, next) => {
  const response = await next();
  if (!response.headers.get('Content-Type')?.startsWith('text/html')) return response;
  const html = await response.text();
  const style = islandStyle.exec(html)?.[0];
  const moved = style === undefined ? html : html.replace(style, '').replace('</head>', `${style}</head>`);
  return new Response(moved, { status: response.status, headers: response.headers });
});
