/** Reads the entries that exist already, for taken ids, for the targets of links and for repeated titles. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Locale } from '@/i18n/locales';
import type { RawEntry } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { createFilesSource } from '@/sources/files/files-source';
import { foldWords } from './values/fold-words';

/** The entries of a destination. The id of an unreadable file is taken too. */
export interface ExistingEntries {
  readonly entries: readonly RawEntry[];
  readonly ids: ReadonlySet<string>;
  /** The languages that texts can have; all if undefined. */
  readonly locales?: readonly Locale[];
}

/** True for a folder with entries of some type. */
export async function hasEntries(dir: string): Promise<boolean> {
  const folders = Object.values(contentTypes).map(({ folder }) => path.join(dir, folder));
  const names = await Promise.all(folders.map((folder) => readdir(folder).catch(() => [])));
  return names.flat().some((name) => name.endsWith('.yml'));
}

/** Reads all entries of folders, which needn't exist yet. Rejects with an `OperatorError` if a folder can't be read. */
export async function readExistingEntries(dirs: readonly string[]): Promise<ExistingEntries> {
  const pulled = await Promise.all(
    [...new Set(dirs.map((dir) => path.normalize(dir)))].map(async (dir) =>
      (await hasEntries(dir)) ? createFilesSource(dir).read(() => undefined) : { entries: [], problems: [] },
    ),
  );
  const entries = pulled.flatMap(({ entries }) => entries);
  const unreadable = pulled.flatMap(({ problems }) => problems);
  return { entries, ids: new Set([...entries, ...unreadable].map(({ id }) => id)) };
}

/** Lists the folded names of an entry in all languages: its title and, for an organization, its acronym. */
function listEntryNames({ type, locales, shared }: Pick<RawEntry, 'type' | 'locales' | 'shared'>): string[] {
  const titles = Object.values(locales).map((fields) => fields[contentTypes[type].title]);
  return [...titles, shared['acronym']]
    .filter((name) => typeof name === 'string')
    .map(foldWords)
    .filter((name) => name !== '');
}

/** Creates a function that finds an entry's id by its id or any of its names. A name that two entries share finds none. */
export function createEntryFinder(
  entries: readonly RawEntry[],
): (type: string, words: string) => string | undefined {
  const byName = new Map<string, string | undefined>();
  for (const entry of entries) {
    for (const name of new Set(listEntryNames(entry))) {
      const key = `${entry.type}/${name}`;
      byName.set(key, byName.has(key) && byName.get(key) !== entry.id ? undefined : entry.id);
    }
  }
  const ids = new Set(entries.map(({ type, id }) => `${type}/${id}`));
  return (type, words) => (ids.has(`${type}/${words}`) ? words : byName.get(`${type}/${foldWords(words)}`));
}
