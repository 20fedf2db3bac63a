/** Loads the entries and organization names. */
import { readEntries, type EntriesFile } from './entries-file';
import { indexEntries, type EntryIndex } from './entry-index';

async function fetchJson<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return (await response.json()) as T;
}

let loaded: Promise<EntryIndex> | undefined;

/** Loads the entries of the page's language once. Rejects on failure; the next call tries again. */
export function loadEntries(url: string, locale: string): Promise<EntryIndex> {
  loaded ??= fetchJson<EntriesFile>(url).then((file) => indexEntries(readEntries(file), locale));
  loaded.catch(() => (loaded = undefined));
  return loaded;
}

/** Loads the names of organizations, which are much smaller. */
export function loadOrganizations(url: string): Promise<readonly string[]> {
  return fetchJson<readonly string[]>(url);
}
