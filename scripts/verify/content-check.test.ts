import { appendFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../test/temporary-folder';
import { readConfig } from '@/config/config';
import { OperatorError } from '@/model/operator-error';
import { formatBuildRecord } from '@/status/build-record';
import type { VerifyClient } from './client';
import { compareContent, readConfiguredVersions, type VersionHashes } from './content-check';
import { findVerdict } from './check-result';

const content = '2026-11-25T06:00:00Z';
const site = new URL('https://volunteer.example.org/');

/** A context in which the site has a record of these entries, or an answer of another kind. */
function createContext(entries: VersionHashes | { readonly status: number; readonly text: string }) {
  const answer =
    typeof entries['status'] === 'number'
      ? (entries as { readonly status: number; readonly text: string })
      : {
          status: 200,
          text: formatBuildRecord({
            version: 1,
            built: content,
            code: 'abc',
            content,
            entries: entries as VersionHashes,
          }),
        };
  const client: VerifyClient = {
    request: (url) =>
      Promise.resolve({ url, status: answer.status, headers: {}, body: Buffer.from(answer.text) }),
    count: () => 0,
  };
  return { client, site, progress: () => undefined, now: Date.parse('2026-11-25T09:30:00Z') };
}

const reading = (versions: VersionHashes | undefined) => () => Promise.resolve(versions);
const messages = (result: Awaited<ReturnType<typeof compareContent>>) =>
  result.findings.map(({ message }) => message);

describe('the content of a deployed site', () => {
  it('is as it should be where every entry has the same version', async () => {
    const result = await compareContent(createContext({ 'story/a': '1' }), reading({ 'story/a': '1' }));
    expect(findVerdict(result)).toBe('ok');
    expect(result.summary).toBe('1 entry, read 3 hours ago');
  });

  it('is older where entries changed, came or went: it says so with a warning', async () => {
    const live = { 'story/a': '1', 'story/b': '1', 'story/c': '1' };
    const result = await compareContent(
      createContext(live),
      reading({ 'story/a': '2', 'story/b': '1', 'page/d': '1' }),
    );
    expect(findVerdict(result)).toBe('warning');
    expect(messages(result)).toEqual([
      'The site is older than the content: it was read 3 hours ago, and 3 entries differ: ' +
        'page/d (new), story/a (changed), story/c (gone). Publish, or see why the last publish failed or didn’t begin.',
    ]);
  });

  it('names five entries at most', async () => {
    const present = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => [`story/${id}`, '1']));
    const [message] = messages(await compareContent(createContext({}), reading(present)));
    expect(message).toContain('7 entries differ: story/a (new), ');
    expect(message).toContain('story/e (new), and 2 more. Publish');
  });

  it('isn’t compared where none is configured', async () => {
    const result = await compareContent(createContext({ status: 404, text: '' }), reading(undefined));
    expect([findVerdict(result), result.summary]).toEqual(['ok', 'not compared: none is configured here']);
  });

  class TokenError extends OperatorError {
    override readonly hint = 'Set one.';
  }

  it.each([
    ['/build.json isn’t there', { status: 404, text: 'Not found' }, reading({}), '/build.json is missing'],
    [
      '/build.json is a page',
      { status: 200, text: '<!doctype html>' },
      reading({}),
      '/build.json is missing',
    ],
    [
      'it can’t be read here',
      {},
      () => Promise.reject(new TokenError('No token.')),
      'The content can’t be read from here: No token. Set one.',
    ],
  ])('can’t be compared where %s', async (_what, answer, read, message) => {
    const result = await compareContent(createContext(answer), read);
    expect(findVerdict(result)).toBe('warning');
    expect(messages(result)).toEqual([expect.stringContaining(message)]);
  });
});

describe('the configured content', () => {
  const folder = temporaryFolder();
  beforeEach(() => cp('tests/small-content', folder.at(), { recursive: true }));

  const read = () => {
    const env = { CONTENT_DIR: folder.at(), SITE_NOW: '2026-11-25T12:00:00Z' };
    return readConfiguredVersions(readConfig(env, 'verify'));
  };

  it('has a version of each public entry, which changes with the file', async () => {
    const before = (await read()) ?? {};
    expect(Object.keys(before).length).toBe(13);
    appendFileSync(folder.at('opportunities/proofread-tide-tables.yml'), '\n# A note.\n');
    const after = (await read()) ?? {};
    const changed = Object.keys(after).filter((key) => after[key] !== before[key]);
    expect(changed).toEqual(['opportunity/proofread-tide-tables']);
  });

  it('is none where nothing says where it is', async () => {
    expect(await readConfiguredVersions(readConfig({}, 'verify'))).toBeUndefined();
  });
});
