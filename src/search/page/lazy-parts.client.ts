/** The parts of the search that are loaded later, in one chunk: when the visitor types, or after the first results. */
export { findEntries } from '../entries/entries';
export { loadEntries } from '../entries/load-entries.client';
export { EntryLinks, OtherEntries } from '../ui/OtherEntries';
export { Suggestions } from '../ui/Suggestions';
export { loadLanguage } from '../words/load-language';
export { splitWords } from '../words/parse-query';
