/** Writes the feeds of a built site beside its pages. Not by the renderer, to which each file would be a page. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { siteFeeds } from '@/feeds/site-feeds';
import type { Site } from '@/pipeline/site';

export interface FeedOptions {
  readonly site: Pick<Site, 'byLocale'>;
  /** The folder with the built site. */
  readonly staging: string;
  /** The absolute address of the site. */
  readonly siteUrl: string;
}

/** Resolves to the number of files. */
export async function writeFeeds({ site, staging, siteUrl }: FeedOptions): Promise<number> {
  let files = 0;
  for (const source of site.byLocale.values()) {
    for (const feed of siteFeeds(source, new URL(siteUrl))) {
      const file = path.join(staging, feed.path);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, feed.text);
      files += 1;
    }
  }
  return files;
}
