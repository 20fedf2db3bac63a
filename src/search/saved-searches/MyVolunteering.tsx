/** The visitor's page: what `Saved` shows, with the saved searches after the opportunities. */
import { RemovableRow } from '@/device/saved-page/RemovableRow';
import Saved from '@/device/saved-page/Saved';
import type { SavedProps } from '@/device/saved-page/saved-props';
import { storedList, useList } from '@/device/saved-page/use-list.client';
import type { SearchesProps } from './searches-props';
import { SearchesSection } from './SearchesSection';

interface Props {
  readonly saved: SavedProps;
  readonly searches: SearchesProps;
}

export default function MyVolunteering({ saved, searches }: Props) {
  return (
    <Saved
      {...saved}
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
