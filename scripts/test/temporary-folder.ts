/** A temporary folder for tests, which removes itself. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';

interface TemporaryFolder {
  /** The path of something in it; of itself without a name. */
  readonly at: (...names: readonly string[]) => string;
  /** Writes a file and the folders that it needs. Returns its path. */
  readonly write: (name: string, content: string | Uint8Array) => string;
  readonly read: (name: string) => string;
  /** The names of all files below one of its folders, sorted. */
  readonly files: (name?: string) => string[];
}

/** Makes a folder before each test, or before all of them. Call it where hooks are called, before those that use it. */
export function temporaryFolder(lifetime: 'each' | 'all' = 'each', parent = tmpdir()): TemporaryFolder {
  let root = '';
  const make = () => {
    mkdirSync(parent, { recursive: true });
    root = mkdtempSync(path.join(path.resolve(parent), 'test-'));
  };
  const remove = () => rmSync(root, { recursive: true, force: true });
  if (lifetime === 'each') {
    beforeEach(make);
    afterEach(remove);
  } else {
    beforeAll(make);
    afterAll(remove);
  }
  const at = (...names: readonly string[]) => path.join(root, ...names);
  return {
    at,
    write: (name, content) => {
      mkdirSync(path.dirname(at(name)), { recursive: true });
      writeFileSync(at(name), content);
      return at(name);
    },
    read: (name) => readFileSync(at(name), 'utf8'),
    files: (name = '.') =>
      readdirSync(at(name), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(at(name), path.join(entry.parentPath, entry.name)))
        .toSorted(),
  };
}
