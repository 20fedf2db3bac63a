/** The lock of a folder of releases, taken by real processes that are stopped, killed, and many at once. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withReleaseLock } from '@/publish/releases/releases';
import { bundleDriver, startDriver, type Driver } from './driver';

const work = mkdtempSync(path.join(tmpdir(), 'lock-'));
const file = path.join(work, 'driver.mjs');
let dir: string;
const started = new Set<Driver>();

beforeAll(() => bundleDriver('lock-driver', file));
beforeEach(() => {
  dir = mkdtempSync(path.join(work, 'site-'));
  mkdirSync(path.join(dir, 'releases'));
});
afterEach(async () => {
  for (const driver of started) await driver.kill();
  started.clear();
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Starts a process that takes the lock at an instant. Resolves when it says whether it has it. */
async function startTaker(instant = 0) {
  const driver = startDriver(file, [dir, String(instant)], work);
  started.add(driver);
  return { driver, said: await driver.printed(/./) };
}

const take = () => withReleaseLock(dir, () => 'has it');

describe('the lock of a folder of releases', () => {
  it('is had by one of twenty processes that come at once', async () => {
    const instant = Date.now() + 1500;
    const takers = await Promise.all(Array.from({ length: 20 }, () => startTaker(instant)));
    const said = takers.map((taker) => taker.said).toSorted();
    expect(said).toEqual(['has it', ...Array<string>(19).fill('refused')]);
  });

  it('stays with a process that is stopped, and is free as soon as that is killed', async () => {
    const { driver, said } = await startTaker();
    expect(said).toBe('has it');
    driver.process.kill('SIGSTOP');
    await expect(take()).rejects.toThrow('Another command publishes to the same place');
    await driver.kill();
    expect(await take()).toBe('has it');
  });
});
