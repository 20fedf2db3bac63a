import type { BreadcrumbList } from 'schema-dts';

/** A link of the trail above a page's title. */
export interface Crumb {
  readonly text: string;
  /** Path from the root. */
  readonly href: string;
}

/**
 * The way to a page, as its trail shows it, with the page itself at the end; where the trail has several steps, without:
 * search engines know on which page they are.
 * https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
 */
export function breadcrumbList(trail: readonly Crumb[], title: string, site: URL): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [
      ...trail.map(({ text, href }, index) => ({
        '@type': 'ListItem' as const,
        position: index + 1,
        name: text,
        item: new URL(href, site).href,
      })),
      ...(trail.length > 1
        ? []
        : [{ '@type': 'ListItem' as const, position: trail.length + 1, name: title }]),
    ],
  };
}
