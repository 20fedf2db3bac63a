import type { Translate } from '@/i18n/translate';
import type { SiteOpportunity } from '@/site/site';

const partNames = ['task', 'deliverable', 'impact', 'requirements', 'learning', 'accessibility'] as const;

/** The texts of an opportunity in the order in which they are read; those that it doesn't have are left out. */
export function opportunityParts(t: Translate, { texts }: SiteOpportunity) {
  return partNames.flatMap((id) => {
    const text = texts[id];
    return text ? [{ id, heading: t(`opportunity.${id}`), text }] : [];
  });
}
