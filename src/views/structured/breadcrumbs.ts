import type { BreadcrumbList, Thing } from 'schema-dts';

/** A thing of the vocabulary of search engines (https://schema.org), with its type. */
export type TypedThing = Exclude<Thing, string>;

/** A breadcrumb above a page's title. */
export interface Crumb {
  readonly text: string;
  /** Path from the root. */
  readonly href: string;
}

/**
 * The data of a page's breadcrumbs, with the page itself at the end; without it where there are several: search engines
 * know the page. https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
 */
export function breadcrumbData(trail: readonly Crumb[], title: string, site: URL): BreadcrumbList {
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
