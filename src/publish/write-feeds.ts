/** Writes the feeds of a site. Not by the renderer, to which each file would be a page. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { siteFeeds } from '@/feeds/site-feeds';
import type { Site } from '@/pipeline/site';

export interface FeedOptions {
  readonly site: Pick<Site, 'byLocale'>;
  /** The root of the site. */
  readonly outDir: string;
  /** The absolute address of the site. */
  readonly siteUrl: string;
  readonly signal: AbortSignal;
}

/** Resolves to the number of files. Rejects where it is told to stop. */
export async function writeFeeds({ site, outDir, siteUrl, signal }: FeedOptions): Promise<number> {
  let files = 0;
  for (const source of site.byLocale.values()) {
    for (const feed of siteFeeds(source, new URL(siteUrl))) {
      signal.throwIfAborted();
      const file = path.join(outDir, feed.path);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, feed.text);
      files += 1;
    }
  }
  return files;
}
