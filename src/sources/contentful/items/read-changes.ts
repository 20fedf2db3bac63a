/** Reads an answer of the Sync API, page by page. */
import { parseItems, type DeliveryItem } from '../collection';
import { AnswerTooBigError, assertRecord, BrokenAnswerError } from '../failures';
import type { SpaceChanges } from './space-items';

/** The beginning of a synchronization, or the token of an answer or of a page. */
type SyncQuery =
  | { readonly initial: true; readonly limit: number }
  | { readonly nextSyncToken: string }
  | { readonly nextPageToken: string };

async function readOnce(
  fetchPage: (query: SyncQuery) => Promise<unknown>,
  first: SyncQuery,
): Promise<SpaceChanges> {
  const [entries, assets] = [new Map<string, DeliveryItem>(), new Map<string, DeliveryItem>()];
  const [deletedEntries, deletedAssets] = [new Set<string>(), new Set<string>()];
  // Of several changes of an item the last one counts.
  const apply = (changed: unknown, gone: unknown, items: Map<string, DeliveryItem>, deleted: Set<string>) => {
    for (const item of parseItems(changed)) {
      items.set(item.id, item);
      deleted.delete(item.id);
    }
    for (const { id } of parseItems(gone)) {
      items.delete(id);
      deleted.add(id);
    }
  };
  for (let query = first; ;) {
    const page = await fetchPage(query);
    assertRecord(page);
    apply(page['entries'], page['deletedEntries'], entries, deletedEntries);
    apply(page['assets'], page['deletedAssets'], assets, deletedAssets);
    const { nextSyncToken: token, nextPageToken: next } = page;
    if (typeof token === 'string' && token !== '')
      return { entries, assets, deletedEntries, deletedAssets, token };
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
