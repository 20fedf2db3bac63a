/** The visitor's page: what `Saved` shows, with the saved searches after the opportunities. */
import { useState } from 'react';
import { RemovableRow } from '@/device/saved-page/RemovableRow';
import Saved from '@/device/saved-page/Saved';
import type { SavedProps } from '@/device/saved-page/saved-props';
import type { LoadCards } from '@/device/saved-page/use-cards.client';
import { storedList, useList } from '@/device/saved-page/use-list.client';
import type { SearchesProps } from './searches-props';
import { SearchesSection } from './SearchesSection';

interface Props {
  readonly saved: SavedProps;
  readonly searches: SearchesProps;
}

/** Returns what loads the cards of saved opportunities. */
function cardsOf({ saved: { locale, rowStrings, fit }, searches: { version } }: Props): LoadCards {
  const paths = { rows: rowStrings, fit: fit.words };
  return async (ids, answers) => {
    const { loadSavedCards } = await import('./saved-cards.client');
    return loadSavedCards({ root: '/', locale, tag: version }, ids, answers, paths).catch(() =>
      // The site may have been published since this page was loaded.
      loadSavedCards({ root: '/', locale, tag: String(Date.now()), isFresh: true }, ids, answers, paths),
    );
  };
}

export default function MyVolunteering(props: Props) {
  const { saved, searches } = props;
  const [loadCards] = useState(() => cardsOf(props));
  return (
    <Saved
      {...saved}
      loadCards={loadCards}
      between={({ t }) => (
        <SearchesSection
          {...searches}
          t={t}
          locale={saved.locale}
          RemovableRow={RemovableRow}
          storedList={storedList}
          useList={useList}
        />
      )}
    />
  );
}
