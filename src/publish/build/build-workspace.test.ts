import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createWorkspaceFolder, workspaceParent } from './build-workspace';

const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function leave(name: string): string {
  const folder = path.join(workspaceParent, name);
  mkdirSync(folder, { recursive: true });
  made.push(folder);
  return folder;
}

describe('the workshop', () => {
  it('clears what a build left that is no more, and leaves those that run', async () => {
    // Linux and macOS give no process a number this large.
    const dead = leave('run-99999999-abc');
    const alive = leave(`run-${process.pid}-other`);
    made.push(await createWorkspaceFolder());
    expect(existsSync(dead)).toBe(false);
    expect(existsSync(alive)).toBe(true);
  });
});
