/** The files that are generated from the content without rendering: feeds, embeds and open data. */
import { formatFeed } from '@/feeds/format-feed';
import { createDataFiles } from '@/share/data/data-files';
import { generateEntryFiles } from '@/share/data/entry-files';
import { formatEmbed } from '@/share/embed/format-embed';
import { formatSecurityText, securityTextPath } from '@/share/security-text';
import { closingViews } from '@/views/feeds/closing-views';
import { feedViews } from '@/views/feeds/feed-views';
import { siteContexts, type SiteContext } from '@/views/frame/context';
import { recordsView } from '@/views/records/records-view';
import { embedViews } from '@/views/share/embed-views';
import { securityView } from '@/views/site-files';
import type { TextFile } from './write-files';

/** Generates the files one by one, for a site at `url`. */
export function* generateSiteFiles(site: SiteContext['site'], url: URL): Generator<TextFile> {
  const contexts = siteContexts(site, url);
  for (const context of contexts) {
    for (const view of feedViews(context)) yield formatFeed(view);
    for (const view of embedViews(context)) yield* formatEmbed(view);
  }
  const records = recordsView(site, url);
  yield* createDataFiles(records);
  yield* generateEntryFiles(records);
  for (const view of closingViews(contexts)) yield formatFeed(view);
  const contact = securityView(site, url);
  if (contact) yield { path: securityTextPath, text: formatSecurityText(contact) };
}
