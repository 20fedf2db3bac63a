import slugify from '@sindresorhus/slugify';
import type { Entry } from '@/model/types/types';

/**
 * Converts words to a slug: `'Traduire l’œuvre' -> 'traduire-l-oeuvre'`; empty if no character can be used. A slug
 * over `longest` characters ends with the last whole word that fits.
 */
export function createSlug(words: string, longest = 80): string {
  const whole = slugify(words.replaceAll(/[’']/g, ' '), { decamelize: false });
  if (whole.length <= longest) return whole;
  const end = whole.slice(0, longest + 1).lastIndexOf('-');
  return whole.slice(0, end > 0 ? end : longest);
}

/** An entry that needs a slug, with the words to make it from. */
interface WantedSlug {
  readonly entry: Entry;
  /** The slug that an editor entered, if any. */
  readonly slug?: string | undefined;
  readonly title: string;
}

/** A slug that another entry of the type has. */
export interface SlugClash {
  readonly entry: Entry;
  /** The slug that the entry would have had. */
  readonly wanted: string;
  /** The slug that it got instead. */
  readonly slug: string;
  /** The entry that has the slug. */
  readonly owner: Entry;
}

/**
 * Assigns a slug to every entry of one type in one locale. If a title has no usable character (emoji, Chinese), the
 * id is used. If two claim the same slug, the entry whose editor entered it keeps it, otherwise the first by id; the
 * others get their id appended, or a number if the slug is their id. The slugs are by the entries' ids.
 */
export function assignSlugs(wanted: readonly WantedSlug[]) {
  const owners = new Map<string, Entry>();
  const slugs = new Map<string, string>();
  const clashes: SlugClash[] = [];
  const inOrder = [
    ...wanted.filter(({ slug }) => slug !== undefined),
    ...wanted.filter(({ slug }) => slug === undefined),
  ];
  for (const { entry, slug: written, title } of inOrder) {
    const idSlug = createSlug(entry.id) || 'entry';
    const first = written ?? (createSlug(title) || idSlug);
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
