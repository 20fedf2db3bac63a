/** Schemes that a link may have. */
export const linkSchemes = ['http', 'https', 'mailto', 'tel'] as const;

/** `site`: a path from our root. `elsewhere`: another site, an address, a number. `nowhere`: neither, so no link. */
export type LinkKind = 'site' | 'elsewhere' | 'nowhere';

/**
 * Where a link of a text leads. `example.org`, `guide.html` and `#part` lead nowhere, since a text is shown on many
 * pages, and has no places of its own to lead to; nor does `//example.org`, which reads like a path.
 */
export function linkKind(url: string): LinkKind {
  const scheme = /^([a-z][a-z0-9+.-]*):./i.exec(url)?.[1]?.toLowerCase();
  if (scheme !== undefined) return linkSchemes.some((known) => known === scheme) ? 'elsewhere' : 'nowhere';
  return /^\/(?![/\\])/.test(url) ? 'site' : 'nowhere';
}
