/** The folder of a run of tests: reports, built sites, what servers and browsers write. Each run has one of its own. */
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { removeAfterwards } from './guarded';

/** `npm test` names it in `TEST_DIR`. Tests that are run without it share one. Relative to the checkout. */
export const runDir = process.env['TEST_DIR'] || '.local/test/alone';

interface RunFolder {
  /** The variables that the tests get: where they may write. */
  readonly env: Readonly<Record<string, string>>;
  /** The file of a report in it. */
  readonly report: (name: string) => string;
  /** Saves it as the folder of the run that failed last, whose path it returns. */
  readonly keep: () => string;
}

/**
 * Makes a folder for this run, and one for its temporary files, whose path is short enough for sockets. Both are removed
 * when this process has ended, even by force.
 */
export function makeRunFolder(): RunFolder {
  mkdirSync('.local/test', { recursive: true });
  const dir = mkdtempSync('.local/test/run-');
  const temporary = mkdtempSync(path.join(tmpdir(), 'ov-test-'));
  for (const folder of [path.resolve(dir), temporary]) {
    // Servers such as nginx read in them as users of their own.
    chmodSync(folder, 0o755);
    removeAfterwards(folder);
  }
  return {
    env: { TEST_DIR: dir, TMPDIR: temporary },
    report: (name) => `${dir}/${name}.json`,
    keep: () => {
      const kept = '.local/test/failed';
      rmSync(kept, { recursive: true, force: true });
      renameSync(dir, kept);
      return kept;
    },
  };
}
