/** The store of saved searches, with which opportunities the visitor has seen in each. */
import type { ItemStore } from '../item-store';
import {
  readFields,
  readInstant,
  readLanguage,
  readMatching,
  readShortText,
  type ReadValue,
} from '../read-value';
import { searchesKey } from '../keys';
import { hashLength, joinHashes, shortHash, splitHashes } from '@/model/short-hash';

/** The id of a search. */
export function searchId(lang: string, address: string): string {
  return `${lang}.${shortHash(address, 8)}`;
}

/** The longest address has 200 characters of words, each of up to four bytes, and all filters. */
const readAddress = readMatching(/^(?:\?[\w.,:=&+%~*'()!-]{1,8000})?$/);

function readSeen(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w-]*$/.test(value) && value.length % hashLength === 0
    ? joinHashes(splitHashes(value))
    : undefined;
}

const needed = {
  /** Made from the language and the address, so that the same search is saved once. */
  id: readShortText,
  /** The language that it was saved in: words belong to one. */
  lang: readLanguage,
  /** The query of its address, without order and page: `?task=translation&lang=fr`; empty for all open ones. */
  address: readAddress,
  /** Its words and filters in that language. */
  label: readShortText,
  savedAt: readInstant,
  /** The instant at which its results were last looked at. */
  lookedAt: readInstant,
  /** Hashes of the ids of all opportunities that the visitor has ever seen in it (`joinHashes`). */
  seen: readSeen,
};

const optional = {
  /** A hash of the version of the data in which nothing of it was new: then nothing has to be loaded to know that. */
  nothingIn: readMatching(/^[\w-]{8}$/),
};

const readSearch = (value: unknown) => readFields(value, needed, optional);

export type SavedSearch = ReadValue<typeof readSearch>;

function readItem(value: unknown): SavedSearch | undefined {
  const item = readSearch(value);
  return item && item.id === searchId(item.lang, item.address) ? item : undefined;
}

export const searchesStore: ItemStore<SavedSearch> = {
  key: searchesKey,
  readItem,
  instantOf: ({ savedAt }) => savedAt,
};

/** A search after some of its opportunities were seen, at an instant (ms). */
export function withSeen(search: SavedSearch, hashes: Iterable<string>, now: number): SavedSearch {
  const lookedAt = new Date(now).toISOString();
  return {
    ...search,
    lookedAt: lookedAt < search.lookedAt ? search.lookedAt : lookedAt,
    seen: joinHashes([...splitHashes(search.seen), ...hashes]),
  };
}
