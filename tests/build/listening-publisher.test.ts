/** A publisher that listens, as editors see it: what they save goes live, and they are told how far it is. */
import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishStatusFile, readPublishStatus } from '@/publish/status/publisher-status';
import { readBuildRecord } from '@/publish/status/with-status';
import { hashFile } from '@/status/entry-hash';
import { entryStatus } from '@/status/entry-status';
import { parsePublishStatus, type PublishStatus } from '@/status/publish-status';
import { freePorts } from '@scripts/test/free-ports';
import { freshFolder } from './folders';
import { runServing, type Serving } from './serving';
import { changeEntry, copyOfSmallContent, inLanguage } from './small-content';

const entry = 'opportunities/relire-carnets';
const key = 'opportunity/relire-carnets';
const token = 'only for those who edit';

let listener: Serving;
let content: string;
let dir: string;
let url: string;

async function start(): Promise<void> {
  const [port = 0] = await freePorts(1);
  url = `http://127.0.0.1:${port}/`;
  listener = runServing('publish-local', ['--to', dir, '--listen', String(port)], {
    CONTENT_DIR: content,
    WEBHOOK_TOKEN: 'a long word that calls it',
    PUBLISH_STATUS_TOKEN: token,
  });
}

async function askStatus(): Promise<PublishStatus> {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  const status = parsePublishStatus(await answer.text());
  if (!status) throw new Error('It gave no status.');
  return status;
}

/** The state of the entry as it is saved, as an editor's tool would find it. */
async function stateOf(at: string, publish?: PublishStatus) {
  const hash = hashFile(readFileSync(path.join(content, `${entry}.yml`)));
  const observed = {
    build: await readBuildRecord(`${dir}/current`),
    publish: publish ?? (await askStatus()),
  };
  return entryStatus({ key, at, hash, isPublishable: true, problems: [] }, observed);
}

async function save(texts: Record<string, unknown>): Promise<string> {
  await changeEntry(content, entry, (fields) => inLanguage(fields, 'fr', texts));
  return new Date().toISOString();
}

describe('what an editor saves', () => {
  beforeAll(async () => {
    dir = `${await freshFolder('listening')}/site`;
    content = await copyOfSmallContent('listening/content');
    await start();
    await listener.saying('as release 1 in');
  }, 120_000);
  afterAll(async () => {
    listener.signal('SIGTERM');
    expect(await listener.exited).toEqual([0, null]);
  });

  it('is live without a webhook, and on the way it is told how far it is', async () => {
    const at = await save({ summary: 'Un autre résumé, pour voir quand il paraît.' });
    const seen = new Set<string>();
    await expect
      .poll(
        async () => {
          const { is } = await stateOf(at);
          seen.add(is);
          return is;
        },
        { timeout: 60_000, interval: 50 },
      )
      .toBe('live');
    expect([...seen]).toContain('building');
    await expect.poll(async () => (await askStatus()).live?.[key]).toBeDefined();
    const shown = await stateOf(at);
    expect(shown.is === 'live' && shown.since >= at).toBe(true);
  });

  it('is published by nothing after the publisher was killed, and is live once it was started again', async () => {
    const copy = `${dir}.status.json`;
    // Publishers of other tests write the same file.
    const readOwn = () => {
      copyFileSync(publishStatusFile, copy);
      return readPublishStatus(copy)?.folder;
    };
    await expect.poll(readOwn, { timeout: 60_000 }).toBe(path.resolve(dir, 'current'));
    listener.signal('SIGKILL');
    await listener.exited;
    const at = await save({ title: 'Relire des carnets' });
    expect((await stateOf(at, readPublishStatus(copy))).is).toBe('stopped');
    await start();
    await listener.saying('Listening on');
    await expect.poll(async () => (await stateOf(at)).is, { timeout: 60_000 }).toBe('live');
  });
});
