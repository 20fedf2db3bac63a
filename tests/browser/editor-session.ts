/** A local editor over a copy of the sample, in one tab for all tests of a file: it takes seconds to start. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test, type BrowserContext, type Page } from '@playwright/test';
import { freePorts } from '../../scripts/test/free-ports';
import { copyTree } from '../../src/publish/targets/copy-tree';
import { runServing, type Serving } from '../build/serving';
import { openEditorPage } from './editor-page';

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

/** Starts an editor before the tests of a file, which run one after the other, and stops it after them. */
export function useEditor(name: string): EditorSession {
  const content = `.local/test/${name}/content`;
  const asked: string[] = [];
  let dev: Serving;
  let page: Page;
  let context: BrowserContext;
  let origin = '';
  const file = (entry: string) => path.join(content, entry);
  const read = (entry: string) => readFileSync(file(entry), 'utf8');

  test.describe.configure({ mode: 'serial' });

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(120_000);
    rmSync(path.dirname(content), { recursive: true, force: true });
    await copyTree('content', content);
    const [port = 0, inboxPort = 0] = await freePorts(2);
    origin = `http://localhost:${port}`;
    const ports = ['--port', String(port), '--inbox-port', String(inboxPort)];
    dev = runServing('dev', ports, { CONTENT_DIR: content, SITE_URL: '', SITE_NOW: `${today}T12:00:00Z` });
    await dev.saying('shows at once');
    context = await browser.newContext({ baseURL: origin });
    page = await context.newPage();
    page.on('request', (request) => asked.push(request.url()));
    page.on('dialog', (dialog) => {
      // A test that leaves a new entry in the instant of its save leaves Decap's backup of it, which isn't for the next one.
      const isBackup = dialog.message().startsWith('There are unsaved changes of this entry');
      const answered = isBackup && page.url().endsWith('/new') ? dialog.dismiss() : dialog.accept();
      // A dialog about leaving may have gone with its page.
      void answered.catch(() => undefined);
    });
    await openEditorPage(page, dev);
  });

  test.afterAll(async () => {
    await context.close();
    dev.signal('SIGKILL');
  });

  return {
    get page() {
      return page;
    },
    get context() {
      return context;
    },
    get dev() {
      return dev;
    },
    get origin() {
      return origin;
    },
    asked,
    file,
    read,
    change: (entry, from, to) => writeFileSync(file(entry), read(entry).replace(from, to)),
  };
}
