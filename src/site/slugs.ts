import slugify from '@sindresorhus/slugify';
import type { AnyEntry } from '@/pipeline/check/validate';

/**
 * A piece of an address from words: `'Traduire l’œuvre' -> 'traduire-l-oeuvre'`; empty where nothing is left. One that is
 * longer than `longest` characters ends with the last whole word that fits.
 */
export function slugOf(words: string, longest = 80): string {
  const whole = slugify(words.replaceAll(/[’']/g, ' '), { decamelize: false });
  if (whole.length <= longest) return whole;
  const end = whole.slice(0, longest + 1).lastIndexOf('-');
  return whole.slice(0, end > 0 ? end : longest);
}

/** An entry that wants an address, with the words to make it from. */
export interface WantedSlug {
  readonly entry: AnyEntry;
  /** What the editor wrote, if anything. */
  readonly slug?: string | undefined;
  readonly title: string;
}

/** An address that another entry of the type had already. */
export interface SlugClash {
  readonly entry: AnyEntry;
  /** What the entry would have had. */
  readonly wanted: string;
  /** What it got instead. */
  readonly slug: string;
  /** The entry that has the wanted one. */
  readonly owner: AnyEntry;
}

/** The addresses of one type in one language. */
export interface AssignedSlugs {
  /** By the entry's id. */
  readonly slugs: ReadonlyMap<string, string>;
  readonly clashes: readonly SlugClash[];
}

/**
 * An address for every entry of one type in one language. A title of which nothing can stand in an address (emoji,
 * Chinese) gives way to the id. Where two want the same one, the entry whose editor wrote it keeps it, else the first
 * by id; the others get their id behind it, or a number where it is their id already.
 */
export function assignSlugs(wanted: readonly WantedSlug[]): AssignedSlugs {
  const owners = new Map<string, AnyEntry>();
  const slugs = new Map<string, string>();
  const clashes: SlugClash[] = [];
  const inOrder = [
    ...wanted.filter(({ slug }) => slug !== undefined),
    ...wanted.filter(({ slug }) => slug === undefined),
  ];
  for (const { entry, slug: written, title } of inOrder) {
    const idSlug = slugOf(entry.id) || 'entry';
    const first = written ?? (slugOf(title) || idSlug);
    const withId = first === idSlug ? first : `${first}-${idSlug}`;
    let slug = first;
    for (let n = 1; owners.has(slug); n++) slug = n === 1 ? withId : `${withId}-${n}`;
    const owner = owners.get(first);
    if (owner) clashes.push({ entry, wanted: first, slug, owner });
    owners.set(slug, entry);
    slugs.set(entry.id, slug);
  }
  return { slugs, clashes };
}
