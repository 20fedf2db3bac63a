import { useEffect, useState } from 'react';
import type { Dictionary } from '../query/dictionary';
import { loadOrganizations } from '../entries/load-entries.client';
import type { SearchIslandProps } from '../page/search-props';
import { isDataSaverOn } from '@/components/data-saver.client';

/** The sources of suggestions besides the terms that the page has. */
interface SuggestionSources {
  readonly dictionary: Dictionary | undefined;
  /** Their names. */
  readonly organizations: readonly string[];
}

const none: SuggestionSources = { dictionary: undefined, organizations: [] };

/**
 * The words of the index and the names of organizations: each loaded once, and left out on failure, or in data-saver
 * mode.
 */
export function useSuggestionSources(
  { others: { organizations } }: SearchIslandProps,
  dictionary: () => Promise<Dictionary>,
): SuggestionSources {
  const [sources, setSources] = useState(none);
  useEffect(() => {
    if (isDataSaverOn()) return;
    const add = (part: Partial<SuggestionSources>) => setSources((before) => ({ ...before, ...part }));
    dictionary().then(
      (words) => add({ dictionary: words }),
      () => {},
    );
    loadOrganizations(organizations).then(
      (names) => add({ organizations: names }),
      () => {},
    );
  }, [organizations, dictionary]);
  return sources;
}
