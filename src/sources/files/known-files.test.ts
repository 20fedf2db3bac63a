import { appendFileSync, statSync } from 'node:fs';
import { utimes, writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { openKnownFiles } from './known-files';

const folder = temporaryFolder();
afterEach(() => vi.useRealTimers());

const version = { fingerprint: 'print', hash: 'hash' };
const open = () => openKnownFiles(folder.at('cache'), folder.at());

/** Writes a file, and remembers it so many milliseconds later. */
async function remember(later: number): Promise<string> {
  const file = folder.write('a.yml', 'one');
  const known = await open();
  vi.useFakeTimers({ now: Date.now() + later, toFake: ['Date'] });
  known.add(file, statSync(file), version);
  vi.useRealTimers();
  await known.save();
  return file;
}

describe('known files', () => {
  it('are found again while nothing has changed', async () => {
    const file = await remember(5000);
    const found = [];
    for (let build = 0; build < 2; build++) {
      const known = await open();
      found.push(known.find(file, statSync(file)));
      await known.save();
    }
    expect(found).toEqual([version, version]);
  });

  it('are unknown after a change, even of the same length and with the former time', async () => {
    const file = await remember(5000);
    const { atime, mtime } = statSync(file);
    await setTimeout(20);
    await writeFile(file, 'two');
    await utimes(file, atime, mtime);
    expect((await open()).find(file, statSync(file))).toBeUndefined();
  });

  it('aren’t remembered right after a change: another one might not show in the times', async () => {
    const file = await remember(500);
    expect((await open()).find(file, statSync(file))).toBeUndefined();
  });

  it('are forgotten once a build hasn’t met them', async () => {
    const file = await remember(5000);
    await (await open()).save();
    expect((await open()).find(file, statSync(file))).toBeUndefined();
  });

  it('are read again where what is known of them is damaged', async () => {
    const file = await remember(5000);
    for (const name of folder.files('cache')) appendFileSync(folder.at('cache', name), ' ');
    expect((await open()).find(file, statSync(file))).toBeUndefined();
  });
});
