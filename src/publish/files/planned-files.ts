/** The files that are generated from the content without rendering: feeds, embeds and open data. */
import { formatFeed } from '@/feeds/format-feed';
import { createDataFiles, generateEntryFiles } from '@/share/data/data-files';
import { embedPaths, formatEmbed } from '@/share/embed/format-embed';
import { formatSecurityText, securityTextPath } from '@/share/security-text';
import { planClosings } from '@/views/feeds/closing-views';
import { planFeeds } from '@/views/feeds/feed-views';
import { siteContexts, type SiteContext } from '@/views/frame/context';
import { recordsView } from '@/views/records/records';
import { planEmbeds } from '@/views/share/embed-views';
import { securityView } from '@/views/program-files';

/** The path and content of a text file. */
export interface TextFile {
  /** From the root of the site. */
  readonly path: string;
  readonly text: string;
}

/** Files that are made together, and only where they are needed. */
export interface PlannedFiles {
  /** From the root of the site. */
  readonly paths: readonly string[];
  /** Identifies what the files are made from: while it is the same, so are they. Undefined: they are always made. */
  readonly key: string | undefined;
  readonly make: () => readonly TextFile[];
}

export const planText = (file: TextFile): PlannedFiles => ({
  paths: [file.path],
  key: undefined,
  make: () => [file],
});

/** Plans the files one by one, for a site at `url`. */
export function* planSiteFiles(site: SiteContext['site'], url: URL): Generator<PlannedFiles> {
  const contexts = siteContexts(site, url);
  for (const context of contexts) {
    for (const { path, key, make } of planFeeds(context))
      yield { paths: [path], key, make: () => [formatFeed(make())] };
    for (const { places, key, make } of planEmbeds(context))
      yield { paths: embedPaths(places), key, make: () => formatEmbed(make()) };
  }
  const records = recordsView(site, url);
  for (const file of createDataFiles(records)) yield planText(file);
  for (const file of generateEntryFiles(records)) yield planText(file);
  for (const { path, key, make } of planClosings(contexts))
    yield { paths: [path], key, make: () => [formatFeed(make())] };
  const contact = securityView(site, url);
  if (contact) yield planText({ path: securityTextPath, text: formatSecurityText(contact) });
}
