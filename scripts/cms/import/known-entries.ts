/** What is in the content already: ids that are taken, names that links may use, titles that would be there twice. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Locale } from '@/i18n/locales';
import type { RawEntry } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { createFilesSource } from '@/sources/files/files-source';
import { fold } from './values/fold';

/** An entry that is there, or whose file can't be read, which takes its id all the same. */
export interface Known {
  readonly entries: readonly RawEntry[];
  readonly ids: ReadonlySet<string>;
  /** The languages that texts can be in; every one where nothing is said. */
  readonly locales?: readonly Locale[];
}

async function hasEntries(dir: string): Promise<boolean> {
  const folders = Object.values(contentTypes).map(({ folder }) => path.join(dir, folder));
  const names = await Promise.all(folders.map((folder) => readdir(folder).catch(() => [])));
  return names.flat().some((name) => name.endsWith('.yml'));
}

/** Everything in these folders, of which some may not exist yet. Rejects with a `SourceError` where one can't be read. */
export async function knownIn(dirs: readonly string[]): Promise<Known> {
  const pulled = await Promise.all(
    [...new Set(dirs.map((dir) => path.normalize(dir)))].map(async (dir) =>
      (await hasEntries(dir)) ? createFilesSource(dir).read(() => undefined) : { entries: [], problems: [] },
    ),
  );
  const entries = pulled.flatMap(({ entries }) => entries);
  const unreadable = pulled.flatMap(({ problems }) => problems);
  return { entries, ids: new Set([...entries, ...unreadable].map(({ id }) => id)) };
}

/** Every name of an entry, in any language, folded: its title and, of an organization, its acronym. */
export function namesOf({ type, locales, shared }: Pick<RawEntry, 'type' | 'locales' | 'shared'>): string[] {
  const titles = Object.values(locales).map((fields) => fields[contentTypes[type].title]);
  return [...titles, shared['acronym']]
    .filter((name) => typeof name === 'string')
    .map(fold)
    .filter((name) => name !== '');
}

/** Finds an entry's id by its id or any of its names; a name that two have finds none. */
export function entryFinder(
  entries: readonly RawEntry[],
): (type: string, words: string) => string | undefined {
  const byName = new Map<string, string | undefined>();
  for (const entry of entries) {
    for (const name of new Set(namesOf(entry))) {
      const key = `${entry.type}/${name}`;
      byName.set(key, byName.has(key) && byName.get(key) !== entry.id ? undefined : entry.id);
    }
  }
  const ids = new Set(entries.map(({ type, id }) => `${type}/${id}`));
  return (type, words) => (ids.has(`${type}/${words}`) ? words : byName.get(`${type}/${fold(words)}`));
}
