/** The absolute address of the site, from what Astro knows of it; that of `npm start` where nothing was said. */
export function siteAddress(site: URL | undefined): URL {
  return site ?? new URL('http://localhost:4321');
}
