/** The source code of one state of the repository. */
import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '@/terminal/command-line';
import { readSourceFile, type SourceFile } from './source-file';

export interface Code {
  /** TypeScript and Astro in `src` and `scripts`, without tests and fixtures. */
  readonly files: readonly SourceFile[];
  /** Tests and fixtures in all folders, and the configuration at the root: they import files too. */
  readonly tests: readonly SourceFile[];
  /** Style sheets in `src`. */
  readonly sheets: readonly string[];
  /** Packages that the lock file names, without links to folders of ours. */
  readonly packages: number;
}

const isTest = (file: string) =>
  !/^(?:src|scripts)\//.test(file) || /\.(?:test|spec|fixture)\.tsx?$/.test(file);

/** Sorts files, by their paths, into the code and what tests it. `lock` is the text of package-lock.json. */
export function codeOf(texts: ReadonlyMap<string, string>, lock: string): Code {
  const read = (chosen: (file: string) => boolean) =>
    [...texts]
      .filter(([file]) => /\.(?:tsx?|astro|mjs)$/.test(file) && chosen(file))
      .map(([file, text]) => readSourceFile(file, text));
  const { packages = {} } = JSON.parse(lock) as { packages?: Record<string, { link?: boolean }> };
  return {
    files: read((file) => !isTest(file) && !file.endsWith('.mjs')),
    tests: read((file) => isTest(file) || file.endsWith('.mjs')),
    sheets: [...texts.keys()].filter((file) => file.endsWith('.css')),
    packages: Object.entries(packages).filter(([name, { link }]) => name.includes('node_modules/') && !link)
      .length,
  };
}

/** Reads the code below a folder, which is the root of a repository. */
export function readCode(root: string): Code {
  const patterns = ['{src,scripts,tests}/**/*.{ts,tsx,astro,mjs,css}', '*.{ts,mjs}'];
  const found = globSync(patterns, { cwd: root, exclude: ['**/node_modules/**'] });
  const names = found.map((name) => name.replaceAll(path.sep, '/'));
  const textOf = (name: string) => readFileSync(path.join(root, name), 'utf8');
  return codeOf(new Map(names.sort().map((name) => [name, textOf(name)])), textOf('package-lock.json'));
}

const work = '.local/code-report';

/** Reads the code of a commit from Git, through a folder of its own. Throws a `UsageError` for one that isn't there. */
export function readCodeOfCommit(commit: string): Code {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(`${work}/code`, { recursive: true });
  try {
    execFileSync('git', ['archive', `--output=${work}/code.tar`, commit], { stdio: 'ignore' });
  } catch {
    throw new UsageError(`Git has no commit “${commit}”.`);
  }
  execFileSync('tar', ['-xf', `${work}/code.tar`, '-C', `${work}/code`]);
  const code = readCode(`${work}/code`);
  rmSync(work, { recursive: true });
  return code;
}
