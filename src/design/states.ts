/** A real opportunity and its organization in every state that readers can meet, for the catalogue. */
import type { LocalizedText } from '@/site/localized-entry';
import type { SiteOpportunity, SiteOrganization } from '@/site/site';

const day = 86_400_000;

/** German has the longest words that a title is likely to have. */
const longWord = 'Donaudampfschifffahrtsgesellschaftskapitänskajütenübersetzung';

/** The states of an opportunity by name. `now` is the instant (ms) of the content. */
export function opportunityStates(
  view: SiteOpportunity,
  now: number,
): readonly { readonly state: string; readonly opportunity: SiteOpportunity }[] {
  const titled = (title: LocalizedText<string>) => ({ texts: { ...view.texts, title } });
  const having = (shared: Partial<typeof view.shared>) => ({ shared: { ...view.shared, ...shared } });
  const lang = view.locale === 'fr' ? 'es' : 'fr';
  const closes = { zone: 'Etc/UTC', date: new Date(now + 2 * day).toISOString().slice(0, 10) };
  const changes: Readonly<Record<string, Partial<SiteOpportunity>>> = {
    open: {},
    confirmed: having({ confirmedOn: '2026-09-30' }),
    closing: { stage: 'closing', closesAt: now + 3 * day, ...having({ closes }) },
    'open-ended': { closesAt: undefined, ...having({ closes: undefined }) },
    paused: { stage: 'paused' },
    filled: { stage: 'filled' },
    closed: { stage: 'closed' },
    untranslated: { translated: false, lang, ...titled({ ...view.texts.title, lang }) },
    'long-words': titled({ ...view.texts.title, value: longWord }),
  };
  return Object.entries(changes).map(([state, change]) => ({ state, opportunity: { ...view, ...change } }));
}

/** The states of an organization by name. */
export function organizationStates(
  view: SiteOrganization,
): readonly { readonly state: string; readonly organization: SiteOrganization }[] {
  const replyRate = { answered: 52, asked: 57, asOf: '2026-09-30' };
  const changes: Readonly<Record<string, Partial<SiteOrganization['shared']>>> = {
    verified: { verifiedOn: '2026-09-30', replyDays: 14, replyRate },
    promised: { verifiedOn: undefined, replyDays: 14, replyRate: undefined },
    none: { verifiedOn: undefined, replyDays: undefined, replyRate: undefined },
  };
  return Object.entries(changes).map(([state, change]) => ({
    state,
    organization: { ...view, shared: { ...view.shared, ...change } },
  }));
}

export const campaignPhases = ['upcoming', 'running', 'ended'] as const;

/** The messages that the application form shows after it was used. Only a browser makes them. */
export const applicationStates = [
  'problems',
  'offline',
  'refused',
  'waiting',
  'unconfirmed',
  'applied',
] as const;

export type ApplicationState = (typeof applicationStates)[number];
