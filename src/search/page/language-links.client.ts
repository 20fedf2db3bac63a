/** The languages of the page's header, which without JavaScript lead to the bare search. */

/** Makes them lead to the same search: ids of facets are the same in every language. `query` begins with `?`. */
export function carryToLanguages(query: string): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a[hreflang]')) {
    link.search = query;
  }
}
