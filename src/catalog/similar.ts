import type { Locale } from '@/i18n/locales';
import { findSimilar, type SimilarOpportunity } from '@/site/similar';
import type { SiteOpportunity } from '@/site/site';
import { getLocaleSite, getSite } from './site';

/** An opportunity that is like the one on the page. */
export interface SimilarView extends SimilarOpportunity {
  readonly opportunity: SiteOpportunity;
}

async function findAll(): Promise<ReadonlyMap<string, readonly SimilarOpportunity[]>> {
  const { locales } = await getSite();
  // What makes two alike is no matter of language.
  const [first] = locales;
  return findSimilar(first === undefined ? [] : (await getLocaleSite(first)).opportunities);
}

async function indexById(locale: Locale): Promise<ReadonlyMap<string, SiteOpportunity>> {
  const { opportunities } = await getLocaleSite(locale);
  return new Map(opportunities.map((opportunity) => [opportunity.id, opportunity]));
}

let similar: ReturnType<typeof findAll> | undefined;
const byId = new Map<Locale, ReturnType<typeof indexById>>();

/** The open opportunities that are most like one, best first, in a language. Found once for the whole site. */
export async function similarTo(locale: Locale, id: string): Promise<readonly SimilarView[]> {
  if (import.meta.env.DEV) return join(await findAll(), await indexById(locale), id);
  similar ??= findAll();
  const index = byId.get(locale) ?? indexById(locale);
  byId.set(locale, index);
  return join(await similar, await index, id);
}

function join(
  all: ReadonlyMap<string, readonly SimilarOpportunity[]>,
  index: ReadonlyMap<string, SiteOpportunity>,
  id: string,
): SimilarView[] {
  return (all.get(id) ?? []).flatMap((found) => {
    const opportunity = index.get(found.id);
    return opportunity ? [{ ...found, opportunity }] : [];
  });
}
