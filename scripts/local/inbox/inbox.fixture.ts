/** An inbox of its own for each test of a file, over HTTP and with its file on the disk. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { startInbox } from './inbox';
import type { InboxSubmission } from './store';

/** The request headers of a script that wants JSON in answer. */
export const asJson = { Accept: 'application/json' };

/** Starts an inbox before each test of the file that calls this and closes it after; what it gives is of the running one. */
export function useInbox() {
  let folder: string;
  let file: string;
  let inbox: Awaited<ReturnType<typeof startInbox>>;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'ov-inbox-'));
  });
  beforeEach(async () => {
    // a folder that isn't there yet
    file = path.join(folder, crypto.randomUUID(), 'inbox.jsonl');
    inbox = await startInbox({ port: 0, file });
  });
  afterEach(() => inbox.close());
  afterAll(() => rm(folder, { recursive: true }));

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
    /** The file that it appends to; it and its folder are made by what comes in. */
    get file() {
      return file;
    },
    /** What the file has, in the order in which it came. */
    kept: async (): Promise<InboxSubmission[]> => {
      const text = await readFile(file, 'utf8').catch(() => '');
      return text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as InboxSubmission);
    },
    /** Sends something to one of its forms; a redirect is answered as it is. */
    post,
    postJson: (form: string, value: unknown) =>
      post(form, JSON.stringify(value), { ...asJson, 'Content-Type': 'application/json' }),
  };
}
