import { useEffect, useState } from 'react';
import type { Dictionary } from '../query/dictionary';
import { loadOrganizations } from '../entries/load-entries.client';
import type { SearchProps } from '../page/props';
import { savesData } from '../page/save-data.client';

/** What is suggested besides the terms that the page has. */
export interface SuggestionSources {
  readonly dictionary: Dictionary | undefined;
  /** Their names. */
  readonly organizations: readonly string[];
}

const none: SuggestionSources = { dictionary: undefined, organizations: [] };

/**
 * The words of the index and the names of organizations: each loaded once, and left out where it can't be, or where the
 * visitor saves data.
 */
export function useSuggestionSources(
  { others: { organizations } }: SearchProps,
  dictionary: () => Promise<Dictionary> | undefined,
): SuggestionSources {
  const [sources, setSources] = useState(none);
  useEffect(() => {
    if (savesData()) return;
    const add = (part: Partial<SuggestionSources>) => setSources((before) => ({ ...before, ...part }));
    dictionary()?.then(
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
