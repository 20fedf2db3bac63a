/** A deployment of the site that a test can change, take off the line and put behind a bad network. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { startServer, type LocalServer } from '../../scripts/local/listen';
import { createListener } from '../../scripts/local/http';
import { answerFromFolder } from '../../scripts/local/site/static-files';
import { responseCacheControl, responseHeaders } from '../../src/publish/hosts/site-headers';
import { siteDir } from '../../scripts/test/ports';
import { restoreTree } from './restore-tree';

/** A network between a visitor and the site that gives another answer, or delays the site's own. */
interface Interference {
  /** All paths where none is given. */
  readonly path?: string;
  /** How many requests are answered so; all where nothing is said. */
  readonly times?: number;
  /** Text that is sent with status 200; HTML where no type is given. */
  readonly body?: string;
  readonly type?: string;
  /** ms before the site's own answer. */
  readonly delay?: number;
}

/** A deployment of its own: it can be changed, and taken off the line. */
export interface Deployment {
  readonly url: string;
  readonly dir: string;
  /** Takes it off the line: requests get no answer. */
  readonly cut: () => Promise<void>;
  /** Serves what is in the folder now, at the same address. */
  readonly redeploy: () => Promise<void>;
  /** Puts such networks between the visitor and the site, instead of earlier ones; none where none is given. */
  readonly interfere: (...by: readonly Interference[]) => void;
}

/** Only the files that the tests visit or that the worker keeps. */
const isDeployed = (name: string) => !/^(?:embed|share|\w\w\/browse)\//.test(name);

export const test = base.extend<{ deployment: Deployment }, { deployedDir: string }>({
  deployedDir: [
    async ({}, use) => {
      const dir = mkdtempSync(path.join(tmpdir(), 'deployment-'));
      await use(dir);
      rmSync(dir, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  deployment: async ({ deployedDir: dir }, use) => {
    restoreTree(siteDir, dir, isDeployed);
    let between: (Interference & { times: number })[] = [];
    const start = (port: number) =>
      startServer(
        createServer(
          createListener(async (request) => {
            const { pathname } = new URL(request.url ?? '/', 'http://localhost');
            const found = between.find((one) => (one.path ?? pathname) === pathname && one.times > 0);
            if (found) found.times--;
            if (found?.body === undefined) {
              await wait(found?.delay ?? 0);
              return answerFromFolder({ dir, headers: responseHeaders }, request);
            }
            // With the headers of the place, as hosts send them by folder.
            const headers = {
              'Content-Type': found.type ?? 'text/html; charset=utf-8',
              'Cache-Control': responseCacheControl(pathname, 200),
            };
            return { status: 200, headers, body: found.body };
          }),
        ),
        port,
      );
    let server: LocalServer | undefined = await start(0);
    const cut = async () => {
      await server?.close();
      server = undefined;
    };
    const { url, port } = server;
    const redeploy = async () => {
      await cut();
      server = await start(port);
    };
    const interfere = (...by: readonly Interference[]) => {
      between = by.map((one) => ({ times: Infinity, ...one }));
    };
    await use({ url, dir, cut, redeploy, interfere });
    await cut();
  },
});

/** Visits a page and waits until it is kept. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const isKept = () =>
    page.evaluate(async () => {
      const cache = await caches.open('ov:visited:1');
      return (await cache.match(location.origin + location.pathname)) !== undefined;
    });
  await expect.poll(isKept).toBe(true);
}

/** Replaces a text of a file. */
export function change(file: string, from: string, to: string): void {
  const before = readFileSync(file, 'utf8');
  expect(before).toContain(from);
  writeFileSync(file, before.replaceAll(from, to));
}
