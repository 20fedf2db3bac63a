import type { APIRoute } from 'astro';

/** Everything may be read; what mustn't be listed says so itself (`noindex`), which a robot has to read first. */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${new URL('/sitemap.xml', site).href}\n`);
