/** Lists for other sites stand where their pages do, below `/embed`. Apart from the routes: the browser reads it. */

/** The parameter of the embeds page for the embed to show first: `?of=/en/opportunities/`. */
export const embedParameter = 'of';

/** The path of a page's list: `/fr/missions/ -> /embed/fr/missions/`. */
export function embedPathOf(path: string): string {
  return `/embed${path}`;
}
