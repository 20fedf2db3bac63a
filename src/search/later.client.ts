/** What the search loads once it is alive, in one file: when somebody types, or when the first results are shown. */
export { findGroups } from './find-groups.client';
export { GroupList, GroupSummary } from './SearchGroups';
export { Suggestions } from './Suggestions';
