/** The props of the section with saved searches. */
import type { RemovableRow } from '@/device/saved-page/RemovableRow';
import type { SavedIslandProps } from '@/device/saved-page/saved-props';
import type { storedList, useList } from '@/device/saved-page/use-list.client';

export interface SearchesProps {
  /** The version of the search's data in the page's language. */
  readonly version: string;
  /** The search page of each language. */
  readonly searchPaths: Readonly<Record<string, string>>;
}

export interface SearchesSectionProps extends SearchesProps {
  /** Of the page around it: shared otherwise, they would be in the scripts of every island. */
  readonly RemovableRow: typeof RemovableRow;
  readonly storedList: typeof storedList;
  readonly useList: typeof useList;
  readonly t: SavedIslandProps['t'];
  readonly locale: string;
}
