import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LocaleSite } from '@/site/site';
import { readEntries, type EntriesFile } from '@/search/entries/entries-file';
import { entriesFile } from '@/search/page/search-paths';

/**
 * Returns the paths of a language's entries, opportunities excepted, that the search file lacks. Rejects if the file
 * is missing.
 */
export async function findMissingEntries(site: LocaleSite, staging: string): Promise<string[]> {
  const file = await readFile(path.join(staging, entriesFile(site.locale)), 'utf8');
  const found = new Set(readEntries(JSON.parse(file) as EntriesFile).map((entry) => entry.path));
  const { organizations, campaigns, stories, resources, pages } = site;
  return [...organizations, ...campaigns, ...stories, ...resources, ...pages]
    .map((view) => view.path)
    .filter((own) => !found.has(own));
}
