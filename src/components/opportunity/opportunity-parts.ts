import type { Translate } from '@/i18n/translate';
import type { SiteOpportunity } from '@/site/site';

const partNames = ['task', 'deliverable', 'impact', 'requirements', 'learning', 'accessibility'] as const;

/** The texts of an opportunity in reading order, without missing ones. */
export function opportunityParts(t: Translate, { texts }: Pick<SiteOpportunity, 'texts'>) {
  return partNames.flatMap((id) => {
    const text = texts[id];
    return text ? [{ id, heading: t(`opportunity.${id}`), text }] : [];
  });
}
