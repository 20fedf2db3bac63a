/** The lock of a folder of releases, taken by real processes that are stopped, killed, and many at once. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withReleaseLock } from '@/publish/releases/release-lock';
import { bundleDriver } from './bundle';

const work = mkdtempSync(path.join(tmpdir(), 'lock-'));
const driver = path.join(work, 'driver.mjs');
let dir: string;
const started = new Set<ChildProcess>();

beforeAll(() => bundleDriver('lock-driver', driver));
beforeEach(() => {
  dir = mkdtempSync(path.join(work, 'site-'));
  mkdirSync(path.join(dir, 'releases'));
});
afterEach(() => {
  for (const child of started) child.kill('SIGKILL');
  started.clear();
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** A process that takes the lock at an instant, and what it says about it. */
function taker(instant = 0): { readonly child: ChildProcess; readonly said: Promise<string> } {
  const child = spawn(process.execPath, [driver, dir, String(instant)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.add(child);
  const said = once(createInterface({ input: child.stdout }), 'line').then(([line]) => String(line));
  return { child, said };
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'close');
}

const take = () => withReleaseLock(dir, () => 'has it');

describe('the lock of a folder of releases', () => {
  it('is had by one of twenty processes that come at once, after one that was killed', async () => {
    // As the version before this one left it.
    writeFileSync(path.join(dir, '.publishing'), '99999999');
    const first = taker();
    expect(await first.said).toBe('has it');
    await kill(first.child);
    const instant = Date.now() + 1500;
    const said = await Promise.all(Array.from({ length: 20 }, () => taker(instant).said));
    expect(said.toSorted()).toEqual(['has it', ...Array<string>(19).fill('refused')]);
  });

  it('is free where the number of a process that is gone lives again', async () => {
    writeFileSync(path.join(dir, '.publishing'), String(process.ppid));
    expect(await take()).toBe('has it');
  });

  it('stays with a process that is stopped, and is free as soon as that is killed', async () => {
    const first = taker();
    expect(await first.said).toBe('has it');
    first.child.kill('SIGSTOP');
    await expect(take()).rejects.toThrow('Another command publishes to the same place');
    await kill(first.child);
    expect(await take()).toBe('has it');
  });
});
