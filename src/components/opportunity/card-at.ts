import { isClosingNamed, stageAt, type Lifecycle } from '@/model/time/lifecycle';
import type { OpportunityCard } from '@/site/cards';

/** A card without what depends on the instant: as browsers load it. */
export type TimelessCard = Omit<OpportunityCard, 'stage' | 'isClosingNamed' | 'closes'>;

/** The card at an instant (ms), or the part of one. */
export const cardAt = <Card extends Lifecycle>(card: Card, now: number) => ({
  ...card,
  closes: undefined,
  stage: stageAt(card, now),
  isClosingNamed: isClosingNamed(card.closesAt, now),
});
