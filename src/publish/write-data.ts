/** Writes the open data of a site, the record of each entry beside its page, and whom to tell of a weakness. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Site } from '@/pipeline/site';
import { entryFiles } from '@/share/data/entry-files';
import { dataFiles, recordsOf, type DataFile } from '@/share/data/pack';
import { securityText, securityTextPath } from '@/share/security-text';

export interface DataOptions {
  readonly site: Pick<Site, 'byLocale' | 'locales' | 'now'>;
  /** The root of the site. */
  readonly outDir: string;
  /** The absolute address of the site. */
  readonly siteUrl: string;
  readonly signal: AbortSignal;
}

/** Resolves once every file is there. Rejects where it is told to stop. */
export async function writeData({ site, outDir, siteUrl, signal }: DataOptions): Promise<void> {
  const url = new URL(siteUrl);
  const records = recordsOf(site, url);
  const files = [...dataFiles(site, records, url), ...securityFiles(site, url)];
  for (const { path: name, text } of [...files, ...entryFiles(records)]) {
    signal.throwIfAborted();
    const file = path.join(outDir, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/** Nothing where there is no address to write to. */
function securityFiles({ byLocale, locales, now }: DataOptions['site'], url: URL): DataFile[] {
  const [own] = byLocale.values();
  const address = own?.settings?.shared.contactEmail;
  if (address === undefined) return [];
  return [{ path: securityTextPath, text: securityText({ address, locales, now }, url) }];
}
