import { useEffect, useState } from 'react';
import type { SearchEntry } from '../entries/entries';
import type * as Parts from '../page/lazy-parts.client';
import type { SearchIslandProps } from '../page/search-props';
import { loadLazyParts } from './use-lazy-parts.client';
import type { ResultsState } from './use-results.client';

/** The entries that the words name, and the components that show them. */
type FoundEntries = Pick<typeof Parts, 'EntryLinks' | 'OtherEntries'> & {
  readonly entries: readonly SearchEntry[];
};

/**
 * Finds entries besides opportunities. It runs after the opportunities are shown, so it never delays them; on failure
 * there are none. Undefined until they are found, and for a search without words.
 */
export function useOtherEntries(
  { others, locale }: SearchIslandProps,
  { status, of, interpretation }: ResultsState,
): FoundEntries | undefined {
  const isNeeded = status === 'ready' && of.q !== '';
  const { alternatives } = interpretation;
  const [found, setFound] = useState<FoundEntries & { readonly alternatives: typeof alternatives }>();
  useEffect(() => {
    if (!isNeeded) return undefined;
    let isStale = false;
    const load = async () => {
      const parts = await loadLazyParts();
      const [all, rules] = await Promise.all([parts.loadEntries(others.entries), parts.loadLanguage(locale)]);
      // A name may read as a negation: “Teachers Without Borders”, “No Barriers”.
      const wordsOf = [alternatives, parts.splitWords(of.q).map(({ token }) => [token])];
      const entries = new Set(wordsOf.flatMap((words) => parts.findEntries(all, words, rules)));
      if (!isStale) setFound({ ...parts, entries: [...entries], alternatives });
    };
    load().catch(() => {});
    return () => {
      isStale = true;
    };
  }, [others, locale, isNeeded, alternatives, of.q]);
  return isNeeded && found?.alternatives === alternatives ? found : undefined;
}
