/** A local editor over a copy of the sample, in one tab for all tests of a file. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test as base, type BrowserContext, type Page } from '@playwright/test';
import { freePorts } from '../../scripts/test/free-ports';
import { runServing, type Serving } from '../build/serving';
import { openEditorPage } from './editor-page';
import { restoreTree } from './restore-tree';
import { runDir } from '../../scripts/test/run-folder';

/** The day that a save writes. */
export const today = '2026-11-25';

/** A file after a save. */
export const savedToday = (text: string) => text.replace(/^updated: .*$/m, `updated: "${today}"`);

/** The editor of a file of tests. What its getters return is there once the tests run. */
export interface EditorSession {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly dev: Serving;
  readonly origin: string;
  /** The addresses that the tab has asked for. */
  readonly asked: readonly string[];
  readonly file: (name: string) => string;
  readonly read: (name: string) => string;
  /** Changes a file as another program or tab does. */
  readonly change: (name: string, from: RegExp, to: string) => void;
}

interface EditorServer {
  readonly content: string;
  readonly dev: Serving;
  readonly origin: string;
}

/** Each worker starts one editor, which takes seconds. */
export const test = base.extend<object, { editorServer: EditorServer }>({
  editorServer: [
    async ({}, use, { workerIndex }) => {
      const content = `${runDir}/editor-${workerIndex}/content`;
      restoreTree('content', content);
      const [port = 0, inboxPort = 0] = await freePorts(2);
      const ports = ['--port', String(port), '--inbox-port', String(inboxPort)];
      const env = { CONTENT_DIR: content, SITE_URL: '', SITE_NOW: `${today}T12:00:00Z` };
      const dev = runServing('dev', ports, env);
      await dev.saying('shows at once');
      await use({ content, dev, origin: `http://localhost:${port}` });
      dev.signal('SIGKILL');
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

/** Opens the editor of the worker before the tests of a file, which run one after the other and find the sample as it was. */
export function useEditor(): EditorSession {
  const asked: string[] = [];
  let server: EditorServer;
  let page: Page;
  let context: BrowserContext;
  const file = (entry: string) => path.join(server.content, entry);
  const read = (entry: string) => readFileSync(file(entry), 'utf8');

  test.describe.configure({ mode: 'serial' });

  test.beforeAll(async ({ browser, editorServer }) => {
    test.setTimeout(120_000);
    server = editorServer;
    restoreTree('content', server.content);
    context = await browser.newContext({ baseURL: server.origin });
    page = await context.newPage();
    page.on('request', (request) => asked.push(request.url()));
    await openEditorPage(page, server.dev);
  });

  test.afterAll(() => context.close());

  return {
    get page() {
      return page;
    },
    get context() {
      return context;
    },
    get dev() {
      return server.dev;
    },
    get origin() {
      return server.origin;
    },
    asked,
    file,
    read,
    change: (entry, from, to) => writeFileSync(file(entry), read(entry).replace(from, to)),
  };
}
