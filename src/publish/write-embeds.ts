/** Writes the cards and lists for other sites. Not by the renderer, to which each would be a page. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Site } from '@/pipeline/site';
import { siteEmbeds } from '@/share/embed/site-embeds';

export interface EmbedOptions {
  readonly site: Pick<Site, 'byLocale' | 'now'>;
  /** The root of the site. */
  readonly outDir: string;
  /** The absolute address of the site. */
  readonly siteUrl: string;
  readonly signal: AbortSignal;
}

/** Resolves to the number of files. Rejects where it is told to stop. */
export async function writeEmbeds({ site, outDir, siteUrl, signal }: EmbedOptions): Promise<number> {
  let files = 0;
  let folder = '';
  for (const source of site.byLocale.values()) {
    for (const embed of siteEmbeds(source, new URL(siteUrl), site.now)) {
      signal.throwIfAborted();
      const file = path.join(outDir, embed.path);
      // Two files in a row share one.
      if (path.dirname(file) !== folder) {
        folder = path.dirname(file);
        await mkdir(folder, { recursive: true });
      }
      await writeFile(file, embed.text);
      files += 1;
    }
  }
  return files;
}
