/** The parts of the search that are loaded later, in one chunk: when the visitor types, or after the first results. */
export { findEntryGroups } from '../entries/find-entry-groups.client';
export { GroupList, GroupSummary } from '../ui/SearchGroups';
export { Suggestions } from '../ui/Suggestions';
