import slugify from '@sindresorhus/slugify';
import type { AnyEntry } from './validate';

const longest = 80;

/** A piece of an address from words: `'Traduire l’œuvre' -> 'traduire-l-oeuvre'`; empty where nothing is left. */
export function slugOf(words: string): string {
  const whole = slugify(words.replaceAll(/[’']/g, ' '), { decamelize: false });
  if (whole.length <= longest) return whole;
  const cut = whole.slice(0, longest + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 1)).slice(0, longest);
}

/** An entry that wants an address, with the words to make it from. */
export interface Wanted {
  readonly entry: AnyEntry;
  /** What the editor wrote, if anything. */
  readonly slug?: string | undefined;
  readonly title: string;
}

/**
 * An address for every entry of one type in one language, by id. Where two want the same one, the entry whose editor
 * wrote it keeps it, else the first by id; the others get their id behind it.
 */
export function assignSlugs(wanted: readonly Wanted[]): Map<string, string> {
  const taken = new Set<string>();
  const assigned = new Map<string, string>();
  const inOrder = [
    ...wanted.filter(({ slug }) => slug !== undefined),
    ...wanted.filter(({ slug }) => slug === undefined),
  ];
  for (const { entry, slug, title } of inOrder) {
    const idSlug = slugOf(entry.id) || 'entry';
    let candidate = slug ?? (slugOf(title) || idSlug);
    for (let n = 1; taken.has(candidate); n++) {
      candidate = n === 1 ? `${slug ?? slugOf(title)}-${idSlug}` : `${slug ?? slugOf(title)}-${idSlug}-${n}`;
    }
    taken.add(candidate);
    assigned.set(entry.id, candidate);
  }
  return assigned;
}
