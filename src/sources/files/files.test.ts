import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SourceError } from '../source';
import { filesSource } from './files';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'ov-files-'));
});
afterEach(() => rm(dir, { recursive: true }));

describe('filesSource', () => {
  it('refuses a folder without entries, since the site would be empty', async () => {
    await mkdir(path.join(dir, 'opportunities'));
    const pulling = filesSource(dir).pull(() => undefined);
    await expect(pulling).rejects.toThrow(`The content folder ${dir} has no entry.`);
    await expect(pulling).rejects.toBeInstanceOf(SourceError);
  });
});
