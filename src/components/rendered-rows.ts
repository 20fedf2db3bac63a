import type { SiteOpportunity } from '@/site/site';

/** The HTML of rendered rows, each of which appears in a dozen lists. A view belongs to one language and one build. */
export const renderedRows = new WeakMap<SiteOpportunity, string>();
