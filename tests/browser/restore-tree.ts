/** Copies of folders that tests change, made the same as the original again without a whole copy. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

const namesIn = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' });

const isSameFile = (one: string, other: string) =>
  existsSync(other) &&
  statSync(one).size === statSync(other).size &&
  readFileSync(one).equals(readFileSync(other));

/** Makes `to` what `from` is: others' files go, and those that differ or lack are copied. Files that are the same stay. */
export function restoreTree(
  from: string,
  to: string,
  isIncluded: (name: string) => boolean = () => true,
): void {
  mkdirSync(to, { recursive: true });
  for (const name of namesIn(to))
    if (!existsSync(path.join(from, name))) rmSync(path.join(to, name), { recursive: true, force: true });
  for (const name of namesIn(from)) {
    const [source, target] = [path.join(from, name), path.join(to, name)];
    if (statSync(source).isFile() && isIncluded(name) && !isSameFile(source, target)) cpSync(source, target);
  }
}
