/** Cards and lists for other sites stand where their pages do, below `/embed`. Apart from the routes: the browser reads it. */

/** The parameter of the embeds page for the embed to show first: `?of=/en/opportunities/`. */
export const embedParameter = 'of';

/** The path of a page's card or list: `/fr/missions/un-guide/ -> /embed/fr/missions/un-guide/`. */
export function embedPathOf(path: string): string {
  return `/embed${path}`;
}

/** The path of what programs read of that: https://oembed.com. */
export function oembedPathOf(path: string): string {
  return `${embedPathOf(path)}oembed.json`;
}
