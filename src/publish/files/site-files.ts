/**
 * The files of a site that are worked out of its content: feeds, cards and lists for other sites, open data. Not by the
 * renderer, to which each would be a page.
 */
import { siteFeeds } from '@/feeds/site-feeds';
import type { Site } from '@/site/site';
import { generateEntryFiles } from '@/share/data/entry-files';
import { createDataFiles, collectRecords } from '@/share/data/data-files';
import { siteEmbeds } from '@/share/embed/site-embeds';
import { formatSecurityText, securityTextPath } from '@/share/security-text';
import type { TextFile } from './write-files';

type Told = Pick<Site, 'byLocale' | 'locales' | 'now'>;

/** All of them, each made when it is its turn, for a site at `url`. */
export function* siteFiles(site: Told, url: URL): Generator<TextFile> {
  for (const own of site.byLocale.values()) {
    yield* siteFeeds(own, url);
    yield* siteEmbeds(own, url, site.now);
  }
  const records = collectRecords(site, url);
  yield* createDataFiles(site, records, url);
  // The record of each entry, beside its page.
  yield* generateEntryFiles(records);
  yield* securityFiles(site, url);
}

/** Whom to tell of a weakness; nothing where there is no address to write to. */
function securityFiles({ byLocale, locales, now }: Told, url: URL): TextFile[] {
  const [own] = byLocale.values();
  const address = own?.settings?.shared.contactEmail;
  if (address === undefined) return [];
  return [{ path: securityTextPath, text: formatSecurityText({ address, locales, now }, url) }];
}
