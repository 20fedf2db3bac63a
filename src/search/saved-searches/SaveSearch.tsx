/** The button that saves a search. Its code is loaded on a press, or where searches are saved already. */
import { useEffect, useState } from 'react';
import { searchesKey } from '@/device/storage/keys';
import { readStoredText } from '@/device/storage/storage.client';
import type { SearchState } from '../facets/search-address';
import type { SearchIslandProps } from '../page/search-props';
import type { SearchToggle } from './saved-searches-results.client';

interface Props {
  readonly props: SearchIslandProps;
  readonly state: SearchState;
  /** Its words and filters. */
  readonly label: string;
}

export const loadSavedSearches = () => import('./saved-searches-results.client');

export function SaveSearch({ props, state, label }: Props) {
  const { t, locale } = props;
  const [isSaved, setSaved] = useState(false);
  const [outcome, setOutcome] = useState<SearchToggle>();

  useEffect(() => {
    setOutcome(undefined);
    setSaved(false);
    if (readStoredText(searchesKey) === null) return;
    loadSavedSearches().then(
      ({ isSearchSaved }) => setSaved(isSearchSaved(state, locale)),
      () => {},
    );
  }, [state, locale]);

  const press = async () => {
    const next = await loadSavedSearches()
      .then(({ toggleSearch }) => toggleSearch(state, label, locale))
      .catch(() => 'failed' as const);
    setOutcome(next);
    if (next === 'saved' || next === 'removed') setSaved(next === 'saved');
  };

  return (
    <div className="save-search">
      <p>
        <button type="button" className="button" aria-pressed={isSaved} onClick={() => void press()}>
          {t(isSaved ? 'save.done' : 'searches.save')}
        </button>
        {isSaved && <a href={props.savedPath}>{t('searches.mine')}</a>}
      </p>
      <p role="status">
        {outcome === 'failed' || outcome === 'full' || outcome === 'forbidden'
          ? t(outcome === 'failed' ? 'searches.failed' : `storage.${outcome}`)
          : t('searches.save.text')}
      </p>
    </div>
  );
}
