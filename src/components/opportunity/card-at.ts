import { isClosingNamed, stageAt } from '@/model/time/lifecycle';
import type { OpportunityCard } from '@/site/cards';

/** A card without what depends on the instant: as browsers load it. */
export type TimelessCard = Omit<OpportunityCard, 'stage' | 'isClosingNamed' | 'closes'>;

/** The card at an instant (ms). */
export const cardAt = (card: TimelessCard, now: number): OpportunityCard => ({
  ...card,
  closes: undefined,
  stage: stageAt(card, now),
  isClosingNamed: isClosingNamed(card.closesAt, now),
});
