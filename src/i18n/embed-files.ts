/** Cards and lists for other sites stand where their pages do, below `/embed`. Apart from the routes: the browser reads it. */

/** The parameter of the embeds page for the embed to show first: `?of=/en/opportunities/`. */
export const embedParameter = 'of';

/** The path of a page's list: `/fr/missions/ -> /embed/fr/missions/`. */
export function embedPathOf(path: string): string {
  return `/embed${path}`;
}

/** The path of what programs read of that: https://oembed.com. */
export function oembedPathOf(path: string): string {
  return `${embedPathOf(path)}oembed.json`;
}

/** Returns the path under which an organization's cards are embedded: `/fr/organisations/an-ong/cards/`. */
export function cardsPathOf(organizationPath: string): string {
  return `${organizationPath}cards/`;
}

/** The same for the card of one opportunity, by its entry's id, which stays when its address changes. */
export function cardPathOf(organizationPath: string, id: string): string {
  return `${cardsPathOf(organizationPath)}#${id}`;
}
