import { rowNames } from '@/components/opportunity/opportunity-facts';
import { rowFacts } from '@/components/opportunity/row-facts';
import type { Translate } from '@/i18n/translate';
import { opportunityCard } from '@/site/cards';
import type { SiteOpportunity } from '@/site/site';
import { countSavedFiles, savedCardsPath, savedFileOf, type SavedCard, type SavedCards } from './saved-cards';

function savedCard(t: Translate, view: SiteOpportunity): SavedCard {
  const { id, path, lang, title, organization, status, closesAt, shared } = opportunityCard(view);
  return {
    card: { id, path, lang, title, organization, status, closesAt },
    facts: rowFacts(t, rowNames(t), { shared }),
  };
}

/** Encodes the cards of a language's opportunities: the content of each file by its path (build side). */
export function encodeSavedCards(
  opportunities: readonly SiteOpportunity[],
  t: Translate,
): Record<string, SavedCards> {
  const files = countSavedFiles(opportunities.length);
  const byFile = Map.groupBy(opportunities, ({ id }) => savedFileOf(id, files));
  return Object.fromEntries(
    Array.from({ length: files }, (_, file) => [
      savedCardsPath(t.locale, file),
      { files, cards: (byFile.get(file) ?? []).map((view) => savedCard(t, view)) },
    ]),
  );
}
