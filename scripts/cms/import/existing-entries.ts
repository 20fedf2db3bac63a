/** Reads the entries that exist already, for taken ids, for the targets of links and for repeated titles. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Locale } from '@/i18n/locales';
import type { RawEntry } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { createFilesSource } from '@/sources/files/files-source';
import { foldWords } from './values/fold-words';
import { indexUnique } from './values/index-unique';

/** The entries of a destination. The id of an unreadable file is taken too. */
export interface ExistingEntries {
  readonly entries: readonly RawEntry[];
  readonly ids: ReadonlySet<string>;
  /** The languages that texts can have; all if undefined. */
  readonly locales?: readonly Locale[];
}

/** True for a folder with entries of some type. */
async function hasEntries(dir: string): Promise<boolean> {
  const folders = Object.values(contentTypes).map(({ folder }) => path.join(dir, folder));
  const names = await Promise.all(folders.map((folder) => readdir(folder).catch(() => [])));
  return names.flat().some((name) => name.endsWith('.yml'));
}

/** Reads all entries of a folder, which needn't exist yet. Rejects with an `OperatorError` if it can't be read. */
export async function readExistingEntries(dir: string): Promise<ExistingEntries> {
  if (!(await hasEntries(dir))) return { entries: [], ids: new Set() };
  const { entries, problems } = await createFilesSource(dir).read(() => undefined);
  return { entries, ids: new Set([...entries, ...problems].map(({ id }) => id)) };
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
  const byName = indexUnique(
    entries.flatMap((entry) =>
      listEntryNames(entry).map((name) => [`${entry.type}/${name}`, entry.id] as const),
    ),
  );
  const ids = new Set(entries.map(({ type, id }) => `${type}/${id}`));
  return (type, words) => (ids.has(`${type}/${words}`) ? words : byName.get(`${type}/${foldWords(words)}`));
}
