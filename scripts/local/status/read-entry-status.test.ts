import { utimesSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder';
import type { Problem } from '@/model/problems';
import type { PreparedContent } from '@/site/prepare/prepare';
import { hashFile } from '@/status/entry-hash';
import type { PublishObservation } from '@/status/entry-status';
import type { PublishStatus } from '@/status/publish-status';
import { observePublishes } from './observe-publish';
import { openEntryStatuses } from './read-entry-status';

const instant = '2026-11-25T10:00:00.000Z';
const later = '2026-11-25T10:05:00.000Z';
const text = 'en:\n  title: Nora\n';
const hash = hashFile(Buffer.from(text));

const folder = temporaryFolder();
beforeEach(() => utimesSync(folder.write('stories/nora.yml', text), new Date(instant), new Date(instant)));

const record = { version: 1, built: later, code: 'abc', content: later } as const;
const status: PublishStatus = { version: 1, updated: later, site: 'https://example.org', leftOut: [] };

const missing: Problem = {
  code: 'field-missing',
  severity: 'blocks',
  type: 'story',
  id: 'nora',
  where: 'stories/nora.yml',
  locale: 'fr',
  field: 'title',
  message: 'is missing',
  hint: 'Fill it in.',
};

function read(observed: PublishObservation, content: Partial<PreparedContent> = {}, id = 'nora') {
  const prepared = { hashes: new Map(), heldBack: [], coming: [], problems: [], ...content };
  const readStatus = openEntryStatuses({
    content: () => prepared as unknown as PreparedContent,
    folder: folder.at(),
    observe: () => Promise.resolve(observed),
  });
  return readStatus({ type: 'story', id }, 'fr');
}

describe('the state of an entry in a file', () => {
  it('is live where the site has these bytes', async () => {
    const build = { ...record, entries: { 'story/nora': hash } };
    expect(await read({ build })).toEqual({ is: 'live', since: later, savedAt: instant, isOtherLive: false });
    expect(await read({ build: { ...record, entries: { 'story/nora': 'other' } } })).toMatchObject({
      is: 'saved',
      isOtherLive: true,
    });
  });

  it('is unknown for a file that isn’t there', async () => {
    expect(await read({}, {}, 'gone')).toBeUndefined();
  });

  it('gives the reasons in the editor’s language, whichever tool found them', async () => {
    const sentence = 'Titre (Français)\u00a0: ce champ est vide. Remplissez-le.';
    expect(await read({}, { problems: [missing] })).toMatchObject({ is: 'not-live', reasons: [sentence] });
    const reasons = ['fr.title: is missing — Fill it in.', 'Something else.'];
    const leftOut = [{ type: 'story', id: 'nora', title: 'Nora', hash, reasons }];
    expect(await read({ publish: { ...status, leftOut } })).toMatchObject({
      is: 'not-live',
      reasons: [sentence, 'Something else.'],
    });
  });

  it('waits for nothing while it is a draft', async () => {
    const heldBack = [{ type: 'story', id: 'nora' }] as unknown as PreparedContent['heldBack'];
    const publish = { ...status, queued: later };
    expect(await read({ publish }, { heldBack, problems: [missing] })).toMatchObject({ is: 'saved' });
    expect(await read({ publish })).toMatchObject({ is: 'queued', since: later });
  });
});

it('the state of an entry of a CMS doesn’t say when it was saved, which isn’t known', async () => {
  const hashes = new Map([['story/nora', 'v7']]);
  const readStatus = openEntryStatuses({
    content: () => ({ hashes, heldBack: [], coming: [], problems: [] }) as unknown as PreparedContent,
    folder: undefined,
    observe: () => Promise.resolve({ build: { ...record, entries: { 'story/nora': 'v7' } } }),
  });
  expect(await readStatus({ type: 'story', id: 'nora' }, 'en')).toMatchObject({ is: 'live', savedAt: '' });
});

describe('what can be observed', () => {
  let server: Server;
  let site: string;
  let answer: string;
  beforeEach(async () => {
    server = createServer((_request, response) => void response.end(answer));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => server.close());

  const writeStatus = (changes: Partial<PublishStatus>) =>
    folder.write(
      'publish-status.json',
      JSON.stringify({ ...status, site, updated: new Date().toISOString(), ...changes }),
    );
  const build = { ...record, entries: {} };

  it('is what the site and its publisher say', async () => {
    answer = JSON.stringify(build);
    const statusFile = writeStatus({ queued: later });
    expect(await observePublishes({ siteUrl: undefined, statusFile })()).toMatchObject({
      build,
      publish: { queued: later },
    });
  });

  it('is the live folder of a publisher on this machine, but not a folder that was only built', async () => {
    answer = '';
    folder.write('build.json', JSON.stringify(build));
    const own = { host: hostname(), pid: process.pid };
    const listening = { folder: folder.at(), process: { ...own, isListening: true } };
    const statusFile = writeStatus(listening);
    expect((await observePublishes({ siteUrl: site, statusFile })()).build).toEqual(build);
    writeStatus({ ...listening, process: { ...own, isListening: false } });
    expect((await observePublishes({ siteUrl: site, statusFile })()).build).toBeUndefined();
  });

  it('is nothing of another site’s publisher', async () => {
    answer = JSON.stringify(build);
    const statusFile = writeStatus({ site: 'https://another.example', queued: later });
    expect(await observePublishes({ siteUrl: site, statusFile })()).toEqual({ build, publish: undefined });
  });

  it('is nothing where the site has no such file, or can’t be reached', async () => {
    const statusFile = folder.at('none.json');
    answer = '<!doctype html>';
    expect((await observePublishes({ siteUrl: site, statusFile })()).build).toBeUndefined();
    const closed = 'http://127.0.0.1:1';
    expect(await observePublishes({ siteUrl: closed, statusFile })()).toEqual({});
    expect(await observePublishes({ siteUrl: undefined, statusFile })()).toEqual({});
  });
});
