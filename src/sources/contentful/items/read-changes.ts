/** Reads an answer of the Sync API, page by page. */
import { parseItems, type DeliveryItem } from '../collection';
import { AnswerTooBigError, assertRecord, BrokenAnswerError } from '../failures';
import type { SpaceChanges } from './space-items';

/** The beginning of a synchronization, or the token of an answer or of a page. */
type SyncQuery =
  | { readonly initial: true; readonly limit: number }
  | { readonly nextSyncToken: string }
  | { readonly nextPageToken: string };

interface Changes {
  readonly entries: Map<string, DeliveryItem>;
  readonly assets: Map<string, DeliveryItem>;
  readonly deletedEntries: Set<string>;
  readonly deletedAssets: Set<string>;
}

/** Adds a page. Of several changes of an item the last one counts. Returns the tokens. */
function addPage(page: unknown, changes: Changes): { readonly next?: unknown; readonly token?: unknown } {
  assertRecord(page);
  for (const kind of ['entries', 'assets'] as const) {
    const deleted = kind === 'entries' ? changes.deletedEntries : changes.deletedAssets;
    for (const item of parseItems(page[kind])) {
      changes[kind].set(item.id, item);
      deleted.delete(item.id);
    }
    for (const { id } of parseItems(page[kind === 'entries' ? 'deletedEntries' : 'deletedAssets'])) {
      changes[kind].delete(id);
      deleted.add(id);
    }
  }
  return { next: page['nextPageToken'], token: page['nextSyncToken'] };
}

async function readOnce(
  fetchPage: (query: SyncQuery) => Promise<unknown>,
  first: SyncQuery,
): Promise<SpaceChanges> {
  const changes: Changes = {
    entries: new Map(),
    assets: new Map(),
    deletedEntries: new Set(),
    deletedAssets: new Set(),
  };
  for (let query = first; ;) {
    const { next, token } = addPage(await fetchPage(query), changes);
    if (typeof token === 'string' && token !== '') {
      return {
        entries: [...changes.entries.values()],
        assets: [...changes.assets.values()],
        deletedEntries: [...changes.deletedEntries],
        deletedAssets: [...changes.deletedAssets],
        token,
      };
    }
    if (typeof next !== 'string' || next === '') throw new BrokenAnswerError('the answer is not complete');
    query = { nextPageToken: next };
  }
}

/**
 * Reads everything, or what changed since the answer with `token`. A page that is larger than Contentful sends is asked
 * for with half as many items, from the start. Rejects with the errors of `fetchPage` or a `BrokenAnswerError`.
 */
export async function readChanges(
  fetchPage: (query: SyncQuery) => Promise<unknown>,
  pageLimit: number,
  token?: string,
): Promise<SpaceChanges> {
  if (token !== undefined) return readOnce(fetchPage, { nextSyncToken: token });
  for (let limit = pageLimit; ; limit = Math.floor(limit / 2)) {
    try {
      return await readOnce(fetchPage, { initial: true, limit });
    } catch (error) {
      if (!(error instanceof AnswerTooBigError) || limit === 1) throw error;
    }
  }
}
