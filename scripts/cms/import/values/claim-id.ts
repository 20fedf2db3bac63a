import { createSlug } from '@/site/addresses/slugs';

/** The longest id without a number. The model allows 64 characters. */
const longest = 58;

/**
 * Creates an unused id from a title and adds it to `taken`: `'Traduire l’œuvre' -> 'traduire-l-oeuvre'`, then
 * `'traduire-l-oeuvre-2'`. A title without usable characters gives `fallback`.
 */
export function claimId(title: string, fallback: string, taken: Set<string>): string {
  const base = createSlug(title, longest) || fallback;
  let id = base;
  for (let n = 2; taken.has(id); n += 1) id = `${base}-${n}`;
  taken.add(id);
  return id;
}
