/** The card files with every opportunity of a language (build side). */
import {
  beneficiaries,
  hoursText,
  languageText,
  lengthText,
  organizationLine,
  skillText,
} from '@/components/opportunity/opportunity-facts';
import { formatDay } from '@/i18n/format/format';
import { capitalize, label } from '@/i18n/names';
import type { Translate } from '@/i18n/translate';
import { opportunityCard } from '@/site/cards';
import type { SiteOpportunity } from '@/site/site';
import { packNeeds } from '../fit/fit-needs';
import { cardFileCount, cardFileNumber, type SavedCard, type CardFile, type FactName } from './saved-card';

function cardFacts(t: Translate, { shared, organization }: SiteOpportunity): SavedCard['facts'] {
  const replyDays = shared.replyDays ?? organization.shared.replyDays;
  const facts: Record<FactName, readonly string[]> = {
    task: shared.taskTypes.map((id) => label(t, 'task', id)),
    languages: shared.languages.map((language) => languageText(t, language)),
    hours: [hoursText(t, shared)],
    schedule: [label(t, 'schedule', shared.schedule)],
    length: [capitalize(t, lengthText(t, shared.length))],
    starts: shared.starts ? [formatDay(t.locale, shared.starts)] : [],
    benefits: beneficiaries(t, shared),
    skills: shared.skills.map((skill) => skillText(t, skill)),
    device: [label(t, 'device', shared.device), label(t, 'bandwidth', shared.bandwidth)],
    reply: replyDays === undefined ? [] : [t.count('compare.reply.days', replyDays)],
    gets: [
      ...(shared.certificate ? [capitalize(t, t('opportunity.certificate'))] : []),
      ...(shared.reference ? [capitalize(t, t('opportunity.reference'))] : []),
    ],
  };
  return Object.fromEntries(Object.entries(facts).filter(([, values]) => values.length > 0));
}

function createCard(t: Translate, opportunity: SiteOpportunity): SavedCard {
  const { shared, organization } = opportunity;
  const card = opportunityCard(opportunity);
  const { value: title, lang } = card.title;
  return {
    path: card.path,
    title,
    lang: lang === t.locale ? undefined : lang,
    organization: organizationLine(t, card),
    status: card.shared.status,
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
