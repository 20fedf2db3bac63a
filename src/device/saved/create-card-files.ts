/** The card files with every opportunity of a language (build side). */
import { organizationLine } from '@/components/opportunity/row-facts';
import type { Translate } from '@/i18n/translate';
import { opportunityCard } from '@/site/cards';
import type { SiteOpportunity } from '@/site/site';
import { packNeeds } from '../fit/fit-needs';
import { comparisonRows } from './comparison-rows';
import { cardFileCount, cardFileNumber, type SavedCard, type CardFile } from './saved-card';

function cardFacts(t: Translate, view: SiteOpportunity): SavedCard['facts'] {
  const facts = comparisonRows.map(({ name, values }) => [name, values(t, view)] as const);
  return Object.fromEntries(facts.filter(([, values]) => values.length > 0));
}

function createCard(t: Translate, opportunity: SiteOpportunity): SavedCard {
  const { shared, organization } = opportunity;
  const card = opportunityCard(opportunity);
  return {
    path: card.path,
    title: card.title,
    lang: card.lang === t.locale ? undefined : card.lang,
    organization: organizationLine(card),
    status: card.status,
    closesAt: card.closesAt,
    replyDays: shared.replyDays ?? organization.shared.replyDays,
    facts: cardFacts(t, opportunity),
    needs: packNeeds(shared),
  };
}

/** All files, by their number. */
export function createCardFiles(
  t: Translate,
  opportunities: readonly SiteOpportunity[],
): readonly CardFile[] {
  const files = cardFileCount(opportunities.length);
  const cards = Array.from({ length: files }, (): [string, SavedCard][] => []);
  for (const view of opportunities) {
    cards[cardFileNumber(view.id, files)]?.push([view.id, createCard(t, view)]);
  }
  return cards.map((inFile) => ({ files, cards: Object.fromEntries(inFile) }));
}
