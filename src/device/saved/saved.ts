/** Opportunities that a visitor saved. */
import type { ItemStore } from '../storage/item-store';
import { readId, readInstant, readLanguage, readPath, readRecord, readText } from '../storage/read-value';

/** What is kept of an opportunity: enough to say what it was when the site no longer has it. */
export interface SavedItem {
  /** The entry's id, the same in every language. */
  readonly id: string;
  readonly title: string;
  readonly organization: string;
  /** The language of the title. */
  readonly lang: string;
  /** The page that it was saved from, in whichever language. */
  readonly path: string;
  /** ISO instant */
  readonly savedAt: string;
}

function readItem(value: unknown): SavedItem | undefined {
  const record = readRecord(value);
  const id = readId(record?.['id']);
  const title = readText(record?.['title']);
  const organization = readText(record?.['organization']);
  const lang = readLanguage(record?.['lang']);
  const path = readPath(record?.['path']);
  const savedAt = readInstant(record?.['savedAt']);
  return id && title && organization && lang && path && savedAt
    ? { id, title, organization, lang, path, savedAt }
    : undefined;
}

const rank = (item: SavedItem) =>
  [item.savedAt, item.title, item.organization, item.lang, item.path].join('\n');

/** The one that was saved last counts. */
export const savedStore: ItemStore<SavedItem> = {
  key: 'ov:saved:1',
  readItem,
  mergeItem: (a, b) => (rank(a) < rank(b) ? b : a),
  instantOf: ({ savedAt }) => savedAt,
};
