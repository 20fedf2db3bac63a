import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeFailure } from '../failure';
import { lockFile } from './lock';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lock-'));
  file = path.join(folder, '.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function refusal(name = file): string {
  try {
    lockFile(name)();
  } catch (error) {
    return describeFailure(error);
  }
  return '';
}

describe('a lock', () => {
  it('is not taken twice, and can be taken again once it is free', () => {
    const unlock = lockFile(file);
    expect(refusal()).toBe(
      'Another command publishes to the same place. Nothing was published.\n' +
        `Run it again once that has ended. To find the process: lsof ${file}`,
    );
    unlock();
    unlock();
    expect(refusal()).toBe('');
  });

  it('leaves an empty file', () => {
    lockFile(file)();
    expect(statSync(file).size).toBe(0);
  });

  it('says what to do where its file can’t be made', () => {
    expect(refusal(path.join(folder, 'nowhere/.lock'))).toMatch(
      /nowhere\/\.lock can’t be locked \(.+\)\. .*\nGive this user permission/,
    );
  });
});
