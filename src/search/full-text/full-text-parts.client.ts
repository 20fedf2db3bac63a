/** The search of full texts, loaded in one chunk when the visitor asks for it. */
export { FullTextResults } from '../ui/FullTextResults';
export { searchFullTexts } from './search-full-texts.client';
