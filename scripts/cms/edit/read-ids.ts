/** Reads ids as people write them, and names those that were perhaps meant. Pure. */
import path from 'node:path';

/** Reads a list of ids: `x, opportunity/y, opportunities/z.yml -> x, y, z`. */
export function readIds(list: string): string[] {
  return list.split(',').flatMap((written) => {
    const id = path.posix.basename(written.trim(), '.yml');
    return id === '' ? [] : [id];
  });
}

/** The most ids that are listed. */
const fewIds = 8;

/** The letters with which similar ids begin alike. */
const beginning = 3;

/** Names the ids that begin like the wanted ones, or all if they are few: ` There are x, y.` */
export function suggestIds(wanted: readonly string[], known: readonly string[]): string {
  const begin = new Set(wanted.map((id) => id.slice(0, beginning).toLowerCase()));
  const similar = known.filter((id) => begin.has(id.slice(0, beginning).toLowerCase()));
  const named = similar.length > 0 ? similar : known.length <= fewIds ? known : [];
  const more = named.length > fewIds ? ', …' : '';
  return named.length === 0 ? '' : ` Did you mean ${named.slice(0, fewIds).join(', ')}${more}?`;
}
