/** The measures of the code. */
import path from 'node:path';
import type { Code } from './code';
import type { SourceFile } from './source-file';

/** The middle of the numbers, the lower of two: `[1, 3, 9, 11] -> 3`; 0 for none. */
export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? 0;
}

const countBy = (keys: readonly string[]) => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

/** Names that more than one file declares and exports, and those files. */
export function namesUsedTwice(
  { files }: Code,
  { typesOnly }: { readonly typesOnly: boolean },
): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>();
  for (const file of files) {
    for (const { name, isType } of file.exports) {
      if (isType || !typesOnly) places.set(name, [...(places.get(name) ?? []), file.path]);
    }
  }
  return new Map([...places].filter(([, paths]) => paths.length > 1).sort(([a], [b]) => a.localeCompare(b)));
}

/** Folders with more files than a reader can overlook, the largest first. Tests and sub-folders don't count. */
export function largeFolders({ files, sheets }: Code, most: number): (readonly [string, number])[] {
  const counts = countBy([...files.map((file) => file.path), ...sheets].map((file) => path.dirname(file)));
  return [...counts].filter(([, count]) => count > most).sort(([, a], [, b]) => b - a);
}

/** The files that import each file, by its path. */
function importersOf({ files, tests }: Code): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Set([...files, ...tests].map((file) => file.path));
  const resolve = (from: string, reference: string) => {
    const base = reference.startsWith('@/')
      ? `src/${reference.slice(2)}`
      : path.posix.join(path.posix.dirname(from), reference);
    return ['', '.ts', '.tsx', '.astro', '/index.ts']
      .map((end) => base + end)
      .find((file) => known.has(file));
  };
  const importers = new Map<string, Set<string>>();
  for (const file of [...files, ...tests]) {
    for (const reference of file.references) {
      const target = resolve(file.path, reference);
      if (target !== undefined) importers.set(target, (importers.get(target) ?? new Set()).add(file.path));
    }
  }
  return importers;
}

export interface SmallFile {
  readonly file: SourceFile;
  readonly importer: string;
}

/**
 * Short files that one other of the same folder alone imports, and that could be part of it. Those with a test are left
 * out, and those that run in the browser beside one that doesn't.
 */
export function smallFiles(code: Code, lines: number): SmallFile[] {
  const importers = importersOf(code);
  const tests = new Set(code.tests.map(({ path: test }) => test));
  const isTested = (file: string) =>
    ['.test.ts', '.test.tsx'].some((end) => tests.has(file.replace(/\.\w+$/, '') + end));
  return code.files.flatMap((file) => {
    const [importer, ...others] = importers.get(file.path) ?? [];
    if (importer === undefined || others.length > 0 || tests.has(importer)) return [];
    if (file.lines >= lines || file.path.endsWith('.client.ts') || isTested(file.path)) return [];
    return path.dirname(importer) === path.dirname(file.path) ? [{ file, importer }] : [];
  });
}
