/** The paths of the search's files, below the root of the site. */
/** The folder of Pagefind's files, with the full texts of a language's pages besides opportunities. */
export function fullTextDir(locale: string): string {
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

/** The file of the ids of a language's opportunities, for what visitors save. */
export function rowIdsFile(locale: string): string {
  return `search/${locale}.ids.json`;
}

/** The file of a language's latest changes, for saved searches. */
export function newsFile(locale: string): string {
  return `search/${locale}.news.json`;
}

/** The file of a language's dictionary. */
export function dictionaryFile(locale: string): string {
  return `search/${locale}.words.json`;
}

/** The file of a language's synonyms. */
export function synonymsFile(locale: string): string {
  return `search/${locale}.meanings.json`;
}

/** The file with the names of a language's terms in the site's other languages. */
export function namesFile(locale: string): string {
  return `search/${locale}.names.json`;
}

/** The file of a language's other entries. */
export function entriesFile(locale: string): string {
  return `search/${locale}.entries.json`;
}

/** The file of the names of a language's organizations. */
export function organizationsFile(locale: string): string {
  return `search/${locale}.organizations.json`;
}

/** Pagefind's file that says which index is the language's. */
export function fullTextEntryFile(locale: string): string {
  return `${fullTextDir(locale)}/pagefind-entry.json`;
}

/** The file that says which shard has which terms. */
export function termsFile(locale: string): string {
  return `search/${locale}.terms.json`;
}

/** The folder of a language’s shards and cards, which are named after their content and may be kept for good. */
export function shardsDir(locale: string): string {
  return `shards/${locale}`;
}

/** The file of a shard. */
export function shardFile(locale: string, name: string): string {
  return `${shardsDir(locale)}/${name}.txt`;
}

/** The file of the texts of some results. */
export function cardFile(locale: string, name: string): string {
  return `${shardsDir(locale)}/${name}.json`;
}

/** The file of where a language’s related and known words come from, with their licences. */
export function noticeFile(locale: string): string {
  return `search/${locale}.notice.txt`;
}
