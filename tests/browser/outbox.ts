/** What a browser has in the outbox, as its database has it. */
import { expect, type Page } from '@playwright/test';
import type { SentRecord } from '../../src/device/storage/application/outbox-entry';

/** A record: of what waits to be sent, or of what was sent. */
export interface OutboxRecord {
  readonly id: string;
  readonly state: string;
  readonly kind?: string;
  readonly told?: { readonly id: string };
}

/** All records; none where there is no database. */
export const outboxOf = (page: Page): Promise<readonly OutboxRecord[]> =>
  page.evaluate(
    () =>
      new Promise<OutboxRecord[]>((resolve, reject) => {
        const opening = indexedDB.open('ov:applications:1');
        opening.onerror = () => reject(opening.error ?? new Error('No database.'));
        // There is none: it must not be made.
        opening.onupgradeneeded = () => {
          opening.transaction?.abort();
          resolve([]);
        };
        opening.onsuccess = () => {
          const all = opening.result.transaction('outbox').objectStore('outbox').getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result as OutboxRecord[]);
          };
        };
      }),
  );

/** Deletes what is in the outbox, with what was sent. */
export const emptyOutbox = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('ov:applications:1');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('outbox', 'readwrite');
          transaction.objectStore('outbox').clear();
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );

/** Puts a sent application into the log, on a page of the site that runs no script of it. */
export async function putIntoLog(page: Page, item: Omit<SentRecord, 'state'>): Promise<void> {
  await page.goto('/icon.svg');
  await page.evaluate(
    (record) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('ov:applications:1');
        opening.onupgradeneeded = () => {
          for (const list of ['drafts', 'outbox']) opening.result.createObjectStore(list, { keyPath: 'id' });
        };
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('outbox', 'readwrite');
          transaction.objectStore('outbox').put(record);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    { ...item, state: 'sent' },
  );
}

/**
 * Waits until the page tells what came of the outbox. An attempt that was cut off by leaving the page before is made again
 * later, and the clock of the test stands still: hour by hour.
 */
export async function untilOutboxTells(page: Page, text: string): Promise<void> {
  await expect(async () => {
    try {
      await expect(page.locator('[data-outbox]')).toContainText(text, { timeout: 5000 });
    } catch (error) {
      await page.clock.setFixedTime((await page.evaluate(() => Date.now())) + 3_600_000);
      await page.reload();
      throw error;
    }
  }).toPass();
}
