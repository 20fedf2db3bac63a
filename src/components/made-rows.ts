import type { SiteOpportunity } from '@/site/site';

/** The HTML of rows that were made, each of which stands in a dozen lists. A view is of one language and one build. */
export const madeRows = new WeakMap<SiteOpportunity, string>();
