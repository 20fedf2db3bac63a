/** The language links in the page's header, which without JavaScript lead to the bare search. */

/** Points them to the same search: ids of facets are the same in every language. `query` begins with `?`. */
export function updateLanguageLinks(query: string): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a[hreflang]')) {
    link.search = query;
  }
}
