/**
 * A folder of releases, for a web server on the same machine: `DIR/releases/<number>`, and a link `DIR/current` to the one
 * that is live. Changing that link is one rename: a visitor gets one site or the other, and going back takes no build.
 */
import { lstatSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { TargetError } from '../targets/target';

/** Releases that stay behind the live one. */
export const keptReleases = 3;

/** Where the link to the live release is, and what stands there. */
export const linkOf = (dir: string) => path.join(dir, 'current');

export const releasesDir = (dir: string) => path.join(dir, 'releases');

export const releaseDir = (dir: string, number: number) => path.join(releasesDir(dir), String(number));

/**
 * Where a release is while it is being brought or removed: no release has such a name, so that what a kill leaves there
 * is never served.
 */
export const partialDir = (dir: string, number: number) => `${releaseDir(dir, number)}.partial`;
export const removedDir = (dir: string, number: number) => `${releaseDir(dir, number)}.removed.partial`;

/** What is remembered of a release, beside it. */
export const releaseNote = (dir: string, number: number) => `${releaseDir(dir, number)}.json`;

/** What may be in a folder of releases; some systems put the last one into every disk. */
const known = new Set(['current', 'releases', '.publishing', '.current.new', 'lost+found']);

const statOf = (file: string) => lstatSync(file, { throwIfNoEntry: false });

/** Throws a `TargetError` where the folder holds something else than releases. */
export function assertReleases(dir: string): void {
  const folder = statOf(dir);
  if (!folder) return;
  if (!folder.isDirectory() && !folder.isSymbolicLink()) {
    throw new TargetError(`${dir} is a file. Give a folder for the releases.`);
  }
  const other = readdirSync(dir).find((name) => !known.has(name));
  const link = statOf(linkOf(dir));
  const releases = statOf(releasesDir(dir));
  const wrong =
    other ??
    (link && !link.isSymbolicLink() ? 'current' : undefined) ??
    (releases && !releases.isDirectory() ? 'releases' : undefined);
  if (wrong === undefined) return;
  throw new TargetError(
    `${dir} holds other things than releases (${wrong}). Give a folder of its own: ` +
      'the web server then serves “current” in it.',
  );
}

/** The numbers of the releases, the oldest first. */
export function releaseNumbers(dir: string): number[] {
  const folder = releasesDir(dir);
  const names = statOf(folder) ? readdirSync(folder) : [];
  return names
    .filter((name) => /^[1-9]\d*$/.test(name))
    .map(Number)
    .toSorted((a, b) => a - b);
}

/** The number of the live release; undefined where there is none. */
export function liveRelease(dir: string): number | undefined {
  if (!statOf(linkOf(dir))) return undefined;
  const number = Number(path.basename(readlinkSync(linkOf(dir))));
  return releaseNumbers(dir).includes(number) ? number : undefined;
}

/** Makes a release the live one, by one rename. `syncFolder` has it outlive a power cut. */
export function pointTo(dir: string, number: number): void {
  const made = path.join(dir, '.current.new');
  rmSync(made, { force: true });
  symlinkSync(path.join('releases', String(number)), made);
  renameSync(made, linkOf(dir));
}

/**
 * The releases that go once `live` is live: those that were taken back or never got there, which have higher numbers than
 * `before`, and all but the last few. `([1, 2, 3, 4, 5, 6], 6, 4) -> [1, 5]`.
 */
export function expired(numbers: readonly number[], live: number, before: number | undefined): number[] {
  const withdrawn = numbers.filter((number) => number < live && number > (before ?? 0));
  const earlier = numbers.filter((number) => number < live && !withdrawn.includes(number));
  return [...earlier.slice(0, -keptReleases), ...withdrawn];
}
