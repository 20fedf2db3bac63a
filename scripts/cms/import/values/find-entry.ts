/** Finds entries by the names that sheets call them. */
import type { RawEntry } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { foldWords } from './fold-words';
import { indexUnique } from './index-unique';

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
