/** The store of saved opportunities. */
import type { ItemStore } from '../storage/item-store';
import {
  readFields,
  readId,
  readInstant,
  readLanguage,
  readPath,
  readShortText,
  type ReadValue,
} from '../storage/read-value';

/** The entry's id is the same in every language. */
const needed = {
  id: readId,
  title: readShortText,
  organization: readShortText,
  /** The language of the title. */
  lang: readLanguage,
  /** The page that it was saved from, in any language. */
  path: readPath,
  savedAt: readInstant,
};

const optional = {
  /** The first instant (ms) at which it is closed, as it was when it was saved; missing for open-ended. */
  closesAt: (instant: unknown) => Number(instant) || undefined,
};

const readItem = (value: unknown) => readFields(value, needed, optional);

/** The stored data of an opportunity: enough to show it when the site no longer has it. */
export type SavedItem = ReadValue<typeof readItem>;

export const savedStore: ItemStore<SavedItem> = {
  key: 'ov:saved:1',
  readItem,
  instantOf: ({ savedAt }) => savedAt,
};
