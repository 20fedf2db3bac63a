import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Asset } from '@/sources/source';
import { illustrate } from './pictures';
import type { AnyEntry } from './validate';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pictures-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = 'src/local/contentful/fixture/media/hero.png';
const campaign = {
  id: 'boats',
  type: 'campaign',
  locales: {},
  shared: { hero: 'hero.png' },
  origin: { label: 'campaigns/boats.yml' },
} as unknown as AnyEntry;

function illustrateWith(read: Asset['read']) {
  return illustrate([campaign], new Map([['hero.png', { id: 'hero.png', where: file, read }]]), folder);
}

describe('illustrate', () => {
  it('leaves out what is no picture, with a warning', async () => {
    const { entries, problems, missing } = await illustrateWith(() => Promise.resolve(Buffer.from('<html>')));
    expect(missing).toBe(1);
    expect(entries[0]?.shared).toEqual({});
    expect(problems[0]?.message).toBe(
      `is ${file}, which is not a picture that can be read (Input buffer contains unsupported image format)`,
    );
  });

  it('rejects where the system can’t keep what it made, since the picture is fine', async () => {
    const { pictures } = await illustrateWith(() => readFile(file));
    const [smallest] = pictures['hero.png']?.avif ?? [];
    const made = path.join(folder, path.basename(smallest?.src ?? ''));
    expect(existsSync(made)).toBe(true);
    for (const name of readdirSync(folder)) rmSync(path.join(folder, name));
    // A file can't take the place of a folder: as refused as on a full disk.
    mkdirSync(made);
    await expect(illustrateWith(() => readFile(file))).rejects.toThrow(/^EISDIR/);
  });
});
