import { createSlug } from '@/site/addresses/slugs';

/** Longest id that is made; the model takes up to 64 characters, and a number may come behind it. */
const longest = 58;

/**
 * An id made of a title that nobody has yet, and which is then taken: `'Traduire l’œuvre' -> 'traduire-l-oeuvre'`,
 * `'traduire-l-oeuvre-2'`. A title of which nothing can stand in an id gives `fallback`.
 */
export function makeId(title: string, fallback: string, taken: Set<string>): string {
  const base = createSlug(title, longest) || fallback;
  let id = base;
  for (let n = 2; taken.has(id); n += 1) id = `${base}-${n}`;
  taken.add(id);
  return id;
}
