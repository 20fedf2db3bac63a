import type { OpportunityCard } from '@/site/cards';

/** The HTML of rendered rows, each of which appears in a dozen lists. A card belongs to one language and one build. */
export const renderedRows = new WeakMap<OpportunityCard, string>();
