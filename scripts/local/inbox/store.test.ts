import { rm } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder';
import { openStore, type InboxSubmission } from './store';

const folder = temporaryFolder();
let file: string;

beforeEach(() => {
  file = folder.at('inbox.jsonl');
});

const submission = (name: string): InboxSubmission => ({
  id: name,
  receivedAt: '2026-11-25T00:00:00.000Z',
  form: 'f',
  fields: { name },
});

describe('openStore', () => {
  it('keeps the order in which submissions came', async () => {
    const store = openStore(file);
    const names = Array.from({ length: 50 }, (_, index) => String(index));
    await Promise.all(names.map((name) => store.append(submission(name))));
    expect((await store.read()).submissions.map(({ id }) => id)).toEqual(names);
  });

  it('keeps a line break within one line', async () => {
    const store = openStore(file);
    await store.append(submission('a\nb\u2028c'));
    expect(folder.read('inbox.jsonl').split('\n')).toHaveLength(2);
    expect((await store.read()).submissions[0]?.id).toBe('a\nb\u2028c');
  });

  it('doesn’t lose what comes after a line that a crash tore', async () => {
    folder.write('inbox.jsonl', `${JSON.stringify(submission('a'))}\n{"id":"b","recei`);
    const store = openStore(file);
    await store.append(submission('c'));
    const { submissions, unreadable } = await store.read();
    expect(submissions.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(unreadable).toBe(1);
  });

  it('comes back when the file was deleted meanwhile', async () => {
    const store = openStore(file);
    await store.append(submission('a'));
    await rm(folder.at(), { recursive: true });
    await store.append(submission('b'));
    expect((await store.read()).submissions.map(({ id }) => id)).toEqual(['b']);
  });

  it('rejects each one that can’t be written, and goes on', async () => {
    const store = openStore(folder.at());
    await expect(store.append(submission('a'))).rejects.toThrow(/EISDIR/);
    await expect(store.append(submission('b'))).rejects.toThrow(/EISDIR/);
  });
});
