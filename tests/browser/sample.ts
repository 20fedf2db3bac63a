/** The sample content as data, to compare what a browser shows with what there is. */
import { opportunityFacetValues, type FacetValues } from '../../src/model/facet-values';
import { acceptsApplications } from '../../src/model/time/lifecycle';
import type { Locale } from '../../src/i18n/locales';
import { acceptEntries } from '../../src/pipeline/check/accept';
import { buildSite, type SiteOpportunity } from '../../src/site/site';
import { createFilesSource } from '../../src/sources/files/files-source';
import { siteNow } from '../../scripts/test/ports';

const pulled = await createFilesSource('content').read(() => undefined);
const { entries } = acceptEntries(pulled.entries, pulled.problems);
const site = buildSite({ ...pulled, entries, pictures: {}, now: Date.parse(siteNow) });

/** Every opportunity in a language, newest first. */
export function opportunitiesIn(locale: Locale): readonly SiteOpportunity[] {
  return site.byLocale.get(locale)?.opportunities ?? [];
}

/** The open ones that have all of these values, found by looking at each. */
export function openWith(
  locale: Locale,
  wanted: Partial<Record<keyof FacetValues, string>>,
): SiteOpportunity[] {
  return opportunitiesIn(locale).filter((view) => {
    const values = opportunityFacetValues(view);
    return (
      acceptsApplications(view.stage) &&
      Object.entries(wanted).every(([facet, value]) => values[facet as keyof FacetValues].includes(value))
    );
  });
}

/** The newest open one with a form to apply. */
export function opportunityWithForm(locale: Locale = 'en'): SiteOpportunity {
  const found = openWith(locale, {}).find(({ shared }) => shared.applyBy === 'form');
  if (!found) throw new Error('The sample has no open opportunity with a form.');
  return found;
}
