/** Reads a whole collection of a space, page by page. */
import { setTimeout as wait } from 'node:timers/promises';
import { isRecord, readNested } from '@/model/json';
import { OperatorError } from '@/model/operator-error';
import type { Progress } from '../source';
import type { ReadSettings } from './contentful-config';
import { AnswerTooBigError, IncompleteAnswerError } from './failures';

/** An item of a collection. */
export interface DeliveryItem {
  readonly id: string;
  /** The item as the API returned it. */
  readonly value: Readonly<Record<string, unknown>>;
}

/** Fetches one page through the client. May throw an `IncompleteAnswerError` or an `AnswerTooBigError`. */
export type FetchPage = (page: { readonly limit: number; readonly skip: number }) => Promise<unknown>;

/** Reads an answer. The client returns incomplete JSON as a string. */
function parsePage(answer: unknown) {
  const { total, items } = isRecord(answer) ? answer : {};
  if (typeof total !== 'number' || !Array.isArray(items))
    throw new IncompleteAnswerError('the answer is not complete');
  const parsed = items.map((value: unknown): DeliveryItem => {
    const id = readNested(value, 'sys', 'id');
    if (!isRecord(value) || typeof id !== 'string') throw new IncompleteAnswerError('an item has no id');
    return { id, value };
  });
  return { total, items: parsed };
}

const unsteady = (message: string) =>
  new IncompleteAnswerError(
    message,
    'Someone may be publishing many entries right now. Build again in a few minutes; the live site stays as it is.',
  );

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

  async function readPage(skip: number): Promise<ReturnType<typeof parsePage>> {
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
      return readPage(skip);
    }
  }

  async function readOnce(): Promise<readonly DeliveryItem[]> {
    const items = new Map<string, DeliveryItem>();
    let known: number | undefined;
    for (;;) {
      const page = await readPage(items.size);
      const { total } = page;
      if (total !== (known ?? total)) throw unsteady(`their number changed from ${known} to ${total}`);
      known = total;
      for (const item of page.items) {
        if (items.has(item.id)) throw unsteady(`“${item.id}” came twice`);
        items.set(item.id, item);
      }
      if (items.size > total) throw unsteady(`${items.size} came, and there should be ${total}`);
      if (items.size === total) return [...items.values()];
      if (page.items.length === 0) throw unsteady(`only ${items.size} of ${total} came`);
      progress(`${items.size} of ${total}: ${label}`);
    }
  }

  for (let attempt = 1; ; attempt += 1) {
    try {
      return await readOnce();
    } catch (error) {
      if (!(error instanceof IncompleteAnswerError)) throw error;
      const { message, hint } = error;
      if (attempt >= settings.maximumAttempts)
        throw new OperatorError(
          `Contentful didn’t give ${label} completely in ${settings.maximumAttempts} tries: ${message}.`,
          hint,
        );
      progress(`Reading ${label} again: ${message}.`);
      await wait(settings.pauseMs);
    }
  }
}
