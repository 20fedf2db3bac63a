/** An inbox over HTTP with its file on the disk. */
import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder';
import { startInbox } from './inbox';
import type { InboxSubmission } from './store';

/** The request headers of a script that expects JSON. */
export const asJson = { Accept: 'application/json' };

/** Starts an inbox before each test of the calling file, or before all of them, and closes it afterwards. */
export function useInbox(lifetime: 'each' | 'all' = 'each') {
  const folder = temporaryFolder(lifetime);
  const [before, after] = lifetime === 'each' ? [beforeEach, afterEach] : [beforeAll, afterAll];
  let file: string;
  let inbox: Awaited<ReturnType<typeof startInbox>>;

  before(async () => {
    // Its folder doesn't exist yet.
    file = folder.at('inbox', 'inbox.jsonl');
    inbox = await startInbox({ port: 0, file });
  });
  after(() => inbox.close());

  const post = (form: string, body: BodyInit, headers: Record<string, string> = asJson) =>
    fetch(`${inbox.url}/f/${form}`, { method: 'POST', body, headers, redirect: 'manual' });

  return {
    /** Its address, without a slash at the end. */
    get url() {
      return inbox.url;
    },
    get port() {
      return inbox.port;
    },
    close: () => inbox.close(),
    /** The file of submissions. The first submission creates it and its folder. */
    get file() {
      return file;
    },
    /** Reads the submissions in the file, in their order. */
    kept: async (): Promise<InboxSubmission[]> => {
      const text = await readFile(file, 'utf8').catch(() => '');
      return text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as InboxSubmission);
    },
    /** Sends a body to a form. Redirects aren't followed. */
    post,
    postJson: (form: string, value: unknown) =>
      post(form, JSON.stringify(value), { ...asJson, 'Content-Type': 'application/json' }),
  };
}
