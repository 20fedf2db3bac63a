/** The store of saved opportunities. */
import type { ItemStore } from '../storage/item-store';
import {
  readId,
  readInstant,
  readLanguage,
  readPath,
  readObject,
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

function readItem(value: unknown): SavedItem | undefined {
  const record = readObject(value);
  const id = readId(record?.['id']);
  const title = readShortText(record?.['title']);
  const organization = readShortText(record?.['organization']);
  const lang = readLanguage(record?.['lang']);
  const path = readPath(record?.['path']);
  const savedAt = readInstant(record?.['savedAt']);
  const closesAt = Number(record?.['closesAt']) || undefined;
  return id && title && organization && lang && path && savedAt
    ? { id, title, organization, lang, path, savedAt, closesAt }
    : undefined;
}

const rank = (item: SavedItem) =>
  [item.savedAt, item.title, item.organization, item.lang, item.path, item.closesAt].join('\n');

/** The later one counts. */
export const savedStore: ItemStore<SavedItem> = {
  key: 'ov:saved:1',
  readItem,
  mergeItem: (a, b) => (rank(a) < rank(b) ? b : a),
  instantOf: ({ savedAt }) => savedAt,
};
