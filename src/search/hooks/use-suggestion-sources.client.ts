import { useEffect, useState } from 'react';
import { isDataSaverOn } from '@/components/data-saver.client';
import type { SearchEntry } from '../entries/entries';
import { loadEntries } from '../entries/load-entries.client';
import type { SearchIslandProps } from '../page/search-props';
import type { Dictionary } from '../query/dictionary';
import { loadLanguage, type LanguageRules } from '../words/load-language';

/** The sources of suggestions besides the terms that the page has. */
interface SuggestionSources {
  readonly index?: { readonly dictionary: Dictionary; readonly rules: LanguageRules };
  readonly entries: readonly SearchEntry[];
}

const none: SuggestionSources = { entries: [] };

/** The words of the index and the other entries: each loaded once, and left out on failure, or in data-saver mode. */
export function useSuggestionSources(
  { others, locale }: SearchIslandProps,
  loadDictionary: () => Promise<Dictionary>,
): SuggestionSources {
  const [sources, setSources] = useState(none);
  useEffect(() => {
    if (isDataSaverOn()) return;
    const add = (part: Partial<SuggestionSources>) => setSources((before) => ({ ...before, ...part }));
    Promise.all([loadDictionary(), loadLanguage(locale)]).then(
      ([dictionary, rules]) => add({ index: { dictionary, rules } }),
      () => {},
    );
    loadEntries(others.entries).then(
      (entries) => add({ entries }),
      () => {},
    );
  }, [others, locale, loadDictionary]);
  return sources;
}
