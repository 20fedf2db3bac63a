/** Where the search's files are, below the root of the site. */

/** The folder of a language's Pagefind bundle. */
export function bundleDir(locale: string): string {
  return `pagefind/${locale}`;
}

/** The file of a language's facet columns. */
export function columnsFile(locale: string): string {
  return `search/${locale}.json`;
}

/** The file of a language's columns for the fit check. */
export function fitColumnsFile(locale: string): string {
  return `search/${locale}.fit.json`;
}

/** The file of a language's dictionary. */
export function dictionaryFile(locale: string): string {
  return `search/${locale}.words.json`;
}
