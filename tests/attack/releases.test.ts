/** A small part of the attack on releases; `attackReleases` is made for hundreds of kills. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { attackReleases } from './releases';

// In memory where there is such a folder: a disk that is busy takes several times as long. The other one is a disk, to
// which sites are copied.
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const fast = mkdtempSync(path.join(memory, 'releases-'));
const slow = mkdtempSync(path.join(tmpdir(), 'releases-'));
afterAll(() => {
  for (const folder of [fast, slow]) rmSync(folder, { recursive: true, force: true });
});

describe('a process that publishes and goes back, killed twenty times', () => {
  it('leaves no release that is served, or could be, and isn’t whole', { timeout: 60_000 }, async () => {
    const { kills, torn, failures } = await attackReleases({
      kills: 20,
      seed: 20,
      work: path.join(fast, 'work'),
      dirs: [path.join(fast, 'a'), path.join(slow, 'b')],
    });
    expect({ kills, torn, failures }).toEqual({ kills: 20, torn: [], failures: [] });
  });
});
