/** Reads a whole collection of a space, page by page. */
import type { Progress } from '../source';
import { OperatorError } from '@/model/operator-error';
import type { ReadSettings } from './contentful-config';
import { AnswerTooBigError, assertRecord, BrokenAnswerError, UnsteadyAnswerError } from './failures';
import { readNested, isRecord } from './json';

/** An item of a collection. */
export interface DeliveryItem {
  readonly id: string;
  /** The item as the API returned it. */
  readonly value: Readonly<Record<string, unknown>>;
}

interface Page {
  readonly total: number;
  readonly items: readonly DeliveryItem[];
}

/** Fetches one page through the client. May throw a `BrokenAnswerError` or an `AnswerTooBigError`. */
export type FetchPage = (page: { readonly limit: number; readonly skip: number }) => Promise<unknown>;

/** Reads the items of an answer. Throws a `BrokenAnswerError`. */
export function parseItems(items: unknown): DeliveryItem[] {
  if (!Array.isArray(items)) throw new BrokenAnswerError('the answer is not complete');
  return items.map((value: unknown): DeliveryItem => {
    const id = readNested(value, 'sys', 'id');
    if (!isRecord(value) || typeof id !== 'string') throw new BrokenAnswerError('an item has no id');
    return { id, value };
  });
}

function parsePage(answer: unknown): Page {
  assertRecord(answer);
  const { total, items } = answer;
  if (typeof total !== 'number') throw new BrokenAnswerError('the answer is not complete');
  return { total, items: parseItems(items) };
}

/**
 * Reads every item of a collection exactly once. Contentful pages by position, so publishing meanwhile can shift items
 * between pages. Reading starts again if totals differ between pages, an id is repeated, or the count isn't the total.
 * If a page is too big, reading continues with half as many items. Rejects with an `OperatorError` when that doesn't help;
 * its message contains `label`: `the opportunity entries`.
 */
export async function readCollection(
  label: string,
  fetchPage: FetchPage,
  settings: ReadSettings,
  progress: Progress,
): Promise<readonly DeliveryItem[]> {
  let limit = settings.pageLimit;

  async function readPage(skip: number): Promise<Page> {
    for (;;) {
      try {
        return parsePage(await fetchPage({ limit, skip }));
      } catch (error) {
        if (!(error instanceof AnswerTooBigError)) throw error;
        if (limit === 1) {
          throw new OperatorError(
            `One of ${label} (number ${skip + 1} by id) is larger than Contentful sends: 7 MB.`,
            'Shorten its texts, or remove pasted pictures.',
          );
        }
        limit = Math.floor(limit / 2);
        progress(`A page of ${label} is larger than Contentful sends: going on with ${limit} at a time.`);
      }
    }
  }

  async function readOnce(): Promise<readonly DeliveryItem[]> {
    const items = new Map<string, DeliveryItem>();
    let total: number | undefined;
    do {
      const skip = items.size;
      const page = await readPage(skip);
      if (total !== undefined && page.total !== total) {
        throw new UnsteadyAnswerError(`their number changed from ${total} to ${page.total}`);
      }
      total = page.total;
      for (const item of page.items) {
        if (items.has(item.id)) throw new UnsteadyAnswerError(`“${item.id}” came twice`);
        items.set(item.id, item);
      }
      if (page.items.length === 0 && items.size < total) {
        throw new UnsteadyAnswerError(`only ${items.size} of ${total} came`);
      }
      if (items.size < total) progress(`${items.size} of ${total}: ${label}`);
    } while (items.size < total);
    if (items.size > total) throw new UnsteadyAnswerError(`${items.size} came, and there should be ${total}`);
    return [...items.values()];
  }

  for (let attempt = 1; ; attempt += 1) {
    try {
      return await readOnce();
    } catch (error) {
      if (!(error instanceof UnsteadyAnswerError || error instanceof BrokenAnswerError)) throw error;
      if (attempt >= settings.maximumAttempts) {
        throw new OperatorError(
          `Contentful didn’t give ${label} completely in ${settings.maximumAttempts} tries: ${error.message}.`,
          error instanceof UnsteadyAnswerError
            ? 'Someone may be publishing many entries right now. Build again in a few minutes; the live site stays as it is.'
            : 'Check whether this machine’s connection holds, and whether a proxy answers in Contentful’s place; then build again.',
        );
      }
      progress(`Reading ${label} again: ${error.message}.`);
      await new Promise((resolve) => setTimeout(resolve, settings.pauseMs));
    }
  }
}
