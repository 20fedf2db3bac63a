import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { formatProblem } from '@/model/problems';
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

  /** Pulls a folder with one more thing in `opportunities`. */
  async function pullWith(name: string, make: (place: string) => Promise<unknown>) {
    await mkdir(path.join(dir, 'opportunities'), { recursive: true });
    await make(path.join(dir, 'opportunities', name));
    const { entries, problems } = await filesSource(dir).pull(() => undefined);
    return { entries, said: problems.map((problem) => formatProblem(problem).replace(`${dir}/`, '')) };
  }

  it.each(['x.yml', 'drafts'])('names a folder among the entries: %s', async (name) => {
    expect((await pullWith(name, (place) => mkdir(place))).said).toEqual([
      `opportunities/${name}: is a folder, and entries are files — Move the files in it one folder up, and delete it.`,
    ]);
  });

  it('names a file in another encoding and the line of its first letter', async () => {
    const latin1 = Buffer.from('en:\n  title: Café\n', 'latin1');
    expect((await pullWith('x.yml', (place) => writeFile(place, latin1))).said).toEqual([
      'opportunities/x.yml: is not UTF-8: line 2 has letters in another encoding — Open it in the program that wrote it, and save it with the encoding UTF-8.',
    ]);
  });

  it.each(['constructor', 'toString', 'hasOwnProperty', '__proto__'])(
    'passes on a field that is called %s, for validation to name',
    async (name) => {
      const { entries, said } = await pullWith('x.yml', (place) =>
        writeFile(place, `${name}: 1\nen:\n  ${name}: x\n`),
      );
      expect(said).toEqual([]);
      expect(Object.entries(entries[0]?.shared ?? {})).toEqual([[name, 1]]);
      expect(Object.entries(entries[0]?.locales.en ?? {})).toEqual([[name, 'x']]);
    },
  );
});
