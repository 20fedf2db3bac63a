/** Finds test files: those that someone asks for by a part of their path, and those of random input. */
import { globSync, readFileSync } from 'node:fs';
import { UsageError } from '@/terminal/command-line';

/** Files by what runs them, each with a line where one was asked for: `tests/browser/apply.spec.ts:12`. */
interface TestFiles {
  readonly unit: readonly string[];
  readonly build: readonly string[];
  readonly browser: readonly string[];
}

const listTests = () =>
  globSync('{packages,src,scripts,tests}/**/*.{test,spec}.{ts,tsx}', {
    exclude: ['**/node_modules/**'],
  }).toSorted();

/** Finds the unit tests whose number of runs `randomRuns` chooses. */
export const findRandomTests = (): string[] =>
  listTests().filter((file) => readFileSync(file, 'utf8').includes('/random-runs'));

/** Finds the browser tests of which some are core. Playwright would load the others only to leave out all that is in them. */
export const findCoreBrowserTests = (): string[] =>
  listTests().filter(
    (file) => file.startsWith('tests/browser/') && readFileSync(file, 'utf8').includes("'@core'"),
  );

/**
 * Finds the test files whose path contains one of the names: `search`, `src/model`, `tests/browser/apply.spec.ts:12`.
 * Throws a `UsageError` for a name that none contains.
 */
export function findTests(names: readonly string[]): TestFiles {
  const all = listTests();
  const found = names.flatMap((name) => {
    const [, part = name, line = ''] = /^(.+?)(:\d+)?$/.exec(name) ?? [];
    const files = all.filter((file) => file.includes(part));
    if (files.length === 0) throw new UsageError(`No test file has “${part}” in its path.`);
    return files.map((file) => `${file}${line}`);
  });
  const isBrowser = (file: string) => file.startsWith('tests/browser/');
  const isBuild = (file: string) => file.startsWith('tests/build/');
  return {
    unit: found.filter((file) => !isBrowser(file) && !isBuild(file)),
    build: found.filter(isBuild),
    browser: found.filter(isBrowser),
  };
}
