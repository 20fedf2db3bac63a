/** A review of a real sheet, served for a browser test. */
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { readConfig } from '@/config/config';
import { startReviewServer } from '../../scripts/local/review/review-server';

const sheets = 'tests/content/sheets';

/** A review with its folder. */
export interface ServedReview {
  readonly inside: (name: string) => string;
  readonly read: (name: string) => Promise<string>;
  /** The address with the key of the running server. */
  readonly url: () => string;
  /** Starts the server again on the same port, with another key. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Serves the sheet of a partner: 500 rows in French, of which 29 have a fault. */
export const test = base.extend<{ review: ServedReview }>({
  review: async ({}, use) => {
    const dir = await mkdtemp(path.join(tmpdir(), 'ov-review-'));
    const inside = (name: string) => path.join(dir, name);
    for (const folder of ['settings', 'pages', 'organizations', 'synonyms', 'media'])
      await cp(`content/${folder}`, inside(`content/${folder}`), { recursive: true });
    for (const name of ['missions-export.csv', 'missions-export.map.yml'])
      await cp(path.join(sheets, name), inside(name));
    let server: Awaited<ReturnType<typeof startReviewServer>> | undefined;
    let port = 0;
    const start = async () => {
      server = await startReviewServer({
        file: inside('missions-export.csv'),
        config: readConfig({ CONTENT_DIR: inside('content'), SITE_NOW: '2026-11-25T00:00:00Z' }, 'import'),
        print: () => undefined,
        reportDir: inside('report'),
        port,
      });
      port = Number(new URL(server.url).port);
    };
    const stop = async () => {
      await server?.close();
      server = undefined;
    };
    await start();
    await use({
      inside,
      read: (name) => readFile(inside(name), 'utf8'),
      url: () => server?.url ?? '',
      start,
      stop,
    });
    await stop();
    await rm(dir, { recursive: true });
  },
});

/** Opens a page with rows of a state. */
export async function openRows(page: Page, review: ServedReview, query: string): Promise<void> {
  const { origin, hash } = new URL(review.url());
  await page.goto(`${origin}/?${query}${hash}`);
  await page.locator('.row').first().waitFor();
}

/** The row with that number. */
export const rowOf = (page: Page, number: number) =>
  page.locator('.row').filter({ has: page.locator(`#row-${number}`) });
