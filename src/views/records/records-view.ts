/** The open data of a site: the records of every list. */
import type { Site } from '@/site/site';
import { changeRecords } from './change-records';
import { dataLicence } from './licence';
import { opportunityRecords, organizationRecords } from './records';

/** A site's records, as of its instant. */
export function recordsView(site: Pick<Site, 'byLocale' | 'now'>, siteUrl: URL) {
  const [own] = site.byLocale.values();
  const opportunities = opportunityRecords(site, siteUrl);
  const organizations = organizationRecords(site, siteUrl);
  return {
    siteUrl: siteUrl.href,
    isSample: own?.settings?.shared.sample ?? false,
    licence: dataLicence(own),
    updated: [...opportunities, ...organizations]
      .map(({ updated }) => updated)
      .toSorted()
      .at(-1),
    opportunities,
    organizations,
    changes: changeRecords(site, siteUrl),
  };
}

export type RecordsView = ReturnType<typeof recordsView>;
