/** The open data of a site: the records of every list. */
import type { Site } from '@/site/site';
import { changeRecords, type ChangeRecord } from './change-records';
import { dataLicence, type DataLicence } from './licence';
import { opportunityRecords, organizationRecords } from './records';
import type { OpenRecord } from './schemas';

export interface RecordsView {
  /** The absolute address of the site. */
  readonly siteUrl: string;
  /** True where the content is invented. */
  readonly isSample: boolean;
  readonly licence: DataLicence;
  /** The day on which a record last changed, `YYYY-MM-DD`. */
  readonly updated: string | undefined;
  readonly opportunities: readonly OpenRecord[];
  readonly organizations: readonly OpenRecord[];
  /** The newest first. */
  readonly changes: readonly ChangeRecord[];
}

/** A site's records, as of its instant. */
export function recordsView(site: Pick<Site, 'byLocale' | 'now'>, siteUrl: URL): RecordsView {
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
