import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeFailure } from './failure';
import { lock } from './lock';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lock-'));
  file = path.join(folder, '.publishing');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function refusal(): string {
  try {
    lock(file);
  } catch (error) {
    return describeFailure(error);
  }
  return '';
}

describe('a place that is locked', () => {
  it('is ours until it is given back', () => {
    const unlock = lock(file);
    expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
    unlock();
    expect(existsSync(file)).toBe(false);
  });

  it('is not taken twice by the same process, unless that is another one of the same number', () => {
    const unlock = lock(file);
    expect(refusal()).toContain(`(process ${process.pid})`);
    unlock();
    writeFileSync(file, String(process.pid));
    expect(refusal()).toBe('');
  });

  it('is not taken from another process', () => {
    writeFileSync(file, String(process.ppid));
    expect(refusal()).toBe(
      `Another command publishes to the same place (process ${process.ppid}). Nothing was published.\n` +
        `Run it again once that has ended. If there is no such process, delete ${file}.`,
    );
    expect(readFileSync(file, 'utf8')).toBe(String(process.ppid));
  });

  it.each(['99999999', '', 'x'])('is taken where its process is no more: “%s”', (holder) => {
    writeFileSync(file, holder);
    lock(file);
    expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
  });
});
