import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** Gives each test of a file or a group a folder of its own, which `use` gets before the test, and removes it afterwards. */
export function inTempFolder(use: (dir: string) => unknown): void {
  let dir = '';
  beforeEach(async () => {
    dir = mkdtempSync(path.join(tmpdir(), 'ov-test-'));
    await use(dir);
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));
}
