/**
 * The cards of opportunities for what visitors have saved, in files by their ids: whoever has saved a few loads a file for each,
 * and nothing of the rest of the site.
 */
import type { Fact } from '@/components/opportunity/row-facts';
import type { OpportunityCard } from '@/site/cards';

/** An opportunity as the page of a language has it now. */
export interface SavedCard {
  readonly card: Pick<
    OpportunityCard,
    'id' | 'path' | 'lang' | 'title' | 'organization' | 'status' | 'closesAt'
  >;
  readonly facts: readonly Fact[];
}

/** A file. */
export interface SavedCards {
  /** The number of files, by which a page notices that the site was published again. */
  readonly files: number;
  readonly cards: readonly SavedCard[];
}

/** The files of a language, as a page that loads them knows them. */
export interface SavedFiles {
  readonly files: number;
  /** Part of addresses that would otherwise be cached across builds. */
  readonly version: string;
}

/** The most cards in a file on average: about two kilobytes, in a hundred files with 1,000 opportunities in three languages. */
const mostCards = 32;

/** The number of files for so many opportunities: it doubles, so that a new one seldom changes the others' files. */
export const countSavedFiles = (opportunities: number): number =>
  2 ** Math.max(0, Math.ceil(Math.log2(opportunities / mostCards)));

/** The number of the file, of so many, that has the card of an id: by FNV-1a. */
export function savedFileOf(id: string, files: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  return ((hash ^ (hash >>> 16)) >>> 0) % files;
}

export const savedCardsPath = (locale: string, file: number) => `search/${locale}.saved-${file}.json`;
