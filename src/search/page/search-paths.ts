/** The paths of the search's files, below the root of the site. */
/** The folder of Pagefind's files, with the full texts of a language's pages besides opportunities. */
export const fullTextDir = (locale: string): string => `pagefind/${locale}`;

/** The file of a language's facet columns. */
export const columnsFile = (locale: string): string => `search/${locale}.json`;

/** The file of a language's columns for the fit check. */
export const fitColumnsFile = (locale: string): string => `search/${locale}.fit.json`;

/** The file of the ids of a language's opportunities, for what visitors save. */
export const rowIdsFile = (locale: string): string => `search/${locale}.ids.json`;

/** The file of a language's latest changes, for saved searches. */
export const newsFile = (locale: string): string => `search/${locale}.news.json`;

/** The file of a language's dictionary. */
export const dictionaryFile = (locale: string): string => `search/${locale}.words.json`;

/** The file of a language's synonyms. */
export const synonymsFile = (locale: string): string => `search/${locale}.synonyms.json`;

/** The file with the names of a language's terms in the site's other languages. */
export const namesFile = (locale: string): string => `search/${locale}.names.json`;

/** The file of a language's other entries. */
export const entriesFile = (locale: string): string => `search/${locale}.entries.json`;

/** Pagefind's file that says which index is the language's. */
export const fullTextEntryFile = (locale: string): string => `${fullTextDir(locale)}/pagefind-entry.json`;

/** The directory of files of words. */
export const termsFile = (locale: string): string => `search/${locale}.terms.json`;

/** The directory of files of vectors. */
export const meaningFile = (locale: string): string => `search/${locale}.meaning.json`;

/** The folder of a language’s files of words and cards, which are named after their content and may be kept for good. */
export const wordsDir = (locale: string): string => `words/${locale}`;

/** A file of words. */
export const wordFile = (locale: string, name: string): string => `${wordsDir(locale)}/${name}.txt`;

/** The file of the texts of some results. */
export const cardFile = (locale: string, name: string): string => `${wordsDir(locale)}/${name}.json`;

/** The file of where a language’s words come from, with their licences. */
export const noticeFile = (locale: string): string => `search/${locale}.notice.txt`;
