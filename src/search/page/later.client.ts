/** What the search loads once it is alive, in one file: when somebody types, or when the first results are shown. */
export { findGroups } from '../entries/find-groups.client';
export { GroupList, GroupSummary } from '../ui/SearchGroups';
export { Suggestions } from '../ui/Suggestions';
