/** The files that are generated from the content without rendering: feeds, embeds and open data. */
import { siteFeeds } from '@/feeds/site-feeds';
import type { Site } from '@/site/site';
import { generateEntryFiles } from '@/share/data/entry-files';
import { createDataFiles, collectRecords } from '@/share/data/data-files';
import { siteEmbeds } from '@/share/embed/site-embeds';
import { formatSecurityText, securityTextPath } from '@/share/security-text';
import type { TextFile } from './write-files';

type GeneratedSite = Pick<Site, 'byLocale' | 'locales' | 'now'>;

/** Generates the files one by one, for a site at `url`. */
export function* generateSiteFiles(site: GeneratedSite, url: URL): Generator<TextFile> {
  for (const own of site.byLocale.values()) {
    yield* siteFeeds(own, url);
    yield* siteEmbeds(own, url, site.now);
  }
  const records = collectRecords(site, url);
  yield* createDataFiles(site, records, url);
  // Each entry's record, beside its page.
  yield* generateEntryFiles(records);
  yield* securityFiles(site, url);
}

/** The contact for security reports; none if the site has no contact address. */
function securityFiles({ byLocale, locales, now }: GeneratedSite, url: URL): TextFile[] {
  const [own] = byLocale.values();
  const address = own?.settings?.shared.contactEmail;
  if (address === undefined) return [];
  return [{ path: securityTextPath, text: formatSecurityText({ address, locales, now }, url) }];
}
