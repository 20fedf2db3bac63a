/** A real opportunity in every state that readers can meet, for the catalogue. */
import type { LocalizedText } from '@/site/localized-entry';
import type { SiteOpportunity } from '@/site/site';

const day = 86_400_000;

/** German has the longest words that a title is likely to have. */
const longWord = 'Donaudampfschifffahrtsgesellschaftskapitänskajütenübersetzung';

/** The states by name. `now` is the instant (ms) of the content. */
export function opportunityStates(
  view: SiteOpportunity,
  now: number,
): readonly { readonly state: string; readonly opportunity: SiteOpportunity }[] {
  const titled = (said: LocalizedText<string>): SiteOpportunity => ({
    ...view,
    texts: { ...view.texts, title: said },
  });
  const elsewhere = view.locale === 'fr' ? 'es' : 'fr';
  return [
    { state: 'open', opportunity: view },
    {
      state: 'closing',
      opportunity: {
        ...view,
        stage: 'closing',
        closesAt: now + 3 * day,
        shared: {
          ...view.shared,
          closes: {
            zone: 'Etc/UTC',
            ...view.shared.closes,
            date: new Date(now + 2 * day).toISOString().slice(0, 10),
          },
        },
      },
    },
    {
      state: 'open-ended',
      opportunity: { ...view, closesAt: undefined, shared: { ...view.shared, closes: undefined } },
    },
    { state: 'paused', opportunity: { ...view, stage: 'paused' } },
    { state: 'filled', opportunity: { ...view, stage: 'filled' } },
    { state: 'closed', opportunity: { ...view, stage: 'closed' } },
    {
      state: 'untranslated',
      opportunity: {
        ...titled({ ...view.texts.title, lang: elsewhere }),
        translated: false,
        lang: elsewhere,
      },
    },
    { state: 'long-words', opportunity: titled({ ...view.texts.title, value: longWord }) },
  ];
}
