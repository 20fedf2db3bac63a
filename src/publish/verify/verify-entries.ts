import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LocaleSite } from '@/site/site';
import { readEntries, type EntriesFile } from '@/search/entries/entries-file';
import { entriesFile } from '@/search/page/search-paths';

/**
 * The paths of a language's entries that the search wouldn't find beside opportunities, read from the built file.
 * Rejects where that isn't there.
 */
export async function missingEntries(site: LocaleSite, staging: string): Promise<string[]> {
  const file = await readFile(path.join(staging, entriesFile(site.locale)), 'utf8');
  const found = new Set(readEntries(JSON.parse(file) as EntriesFile).map((entry) => entry.path));
  const { organizations, campaigns, stories, resources, pages } = site;
  return [...organizations, ...campaigns, ...stories, ...resources, ...pages]
    .map((view) => view.path)
    .filter((own) => !found.has(own));
}
