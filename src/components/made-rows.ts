import type { OpportunityCard } from '@/site/cards';

/** The HTML of rows that were made, each of which stands in a dozen lists. A card is of one language and one build. */
export const madeRows = new WeakMap<OpportunityCard, string>();
