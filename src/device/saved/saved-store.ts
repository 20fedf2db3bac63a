/** The store of saved opportunities. */
import type { ItemStore } from '../storage/item-store';
import {
  readFields,
  readId,
  readInstant,
  readLanguage,
  readPath,
  readShortText,
} from '../storage/read-value';

/** The stored data of an opportunity: enough to show it when the site no longer has it. */
export interface SavedItem {
  /** The entry's id, the same in every language. */
  readonly id: string;
  readonly title: string;
  readonly organization: string;
  /** The language of the title. */
  readonly lang: string;
  /** The page that it was saved from, in any language. */
  readonly path: string;
  /** ISO instant */
  readonly savedAt: string;
  /** The first instant (ms) at which it is closed, as it was when it was saved; missing for open-ended. */
  readonly closesAt?: number | undefined;
}

const needed = {
  id: readId,
  title: readShortText,
  organization: readShortText,
  lang: readLanguage,
  path: readPath,
  savedAt: readInstant,
};

const rank = (item: SavedItem) =>
  [item.savedAt, item.title, item.organization, item.lang, item.path, item.closesAt].join('\n');

/** The later one counts. */
export const savedStore: ItemStore<SavedItem> = {
  key: 'ov:saved:1',
  readItem: (value) => readFields(value, needed, { closesAt: (instant) => Number(instant) || undefined }),
  mergeItem: (a, b) => (rank(a) < rank(b) ? b : a),
  instantOf: ({ savedAt }) => savedAt,
};
