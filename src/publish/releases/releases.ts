/**
 * A releases folder, for a web server on the same machine: `DIR/releases/<number>`, and a link `DIR/current` to the
 * live one. Changing that link is one rename: visitors get one site or the other, and going back needs no build.
 */
import { existsSync, lstatSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '@/model/operator-error';
import { withLock } from '../targets/lock';
import { compareWithManifest, manifestFile, readManifest, type FileDifference } from '../targets/manifest';
import { readPublishedSite } from '../targets/published-site';

/** Releases that are kept behind the live one. */
export const keptReleaseCount = 3;

/** The link to the live release. */
export const liveLink = (dir: string) => path.join(dir, 'current');

export const releasesDir = (dir: string) => path.join(dir, 'releases');

export const releaseDir = (dir: string, number: number) => path.join(releasesDir(dir), String(number));

/**
 * The folder of a release while it is being moved or removed. Its name isn't that of a release, so an interrupted
 * move is never served.
 */
export const partialDir = (dir: string, number: number) => `${releaseDir(dir, number)}.partial`;
export const removedDir = (dir: string, number: number) => `${releaseDir(dir, number)}.removed.partial`;

/** The note of a release, beside it. */
export const releaseNote = (dir: string, number: number) => `${releaseDir(dir, number)}.json`;

/**
 * Beside a release that shares no file on the disk with any later one, since the next one was given copies of all files. The
 * newest such release is kept: a file that is damaged in all later ones that share it leaves this one whole.
 */
export const apartFile = (dir: string, number: number) => `${releaseDir(dir, number)}.apart`;

export const isApart = (dir: string, number: number) => existsSync(apartFile(dir, number));

/** Names that a releases folder may contain; some systems create the last one on every disk. */
const knownNames = new Set(['current', 'releases', '.current.new', 'lost+found']);

const statIfExists = (file: string) => lstatSync(file, { throwIfNoEntry: false });

/** Throws an `OperatorError` if the folder contains anything but releases. */
export function assertReleases(dir: string): void {
  const folder = statIfExists(dir);
  if (!folder) return;
  if (!folder.isDirectory() && !folder.isSymbolicLink()) {
    throw new OperatorError(`${dir} is a file. Give a folder for the releases.`);
  }
  const other = readdirSync(dir).find((name) => !knownNames.has(name));
  const link = statIfExists(liveLink(dir));
  const releases = statIfExists(releasesDir(dir));
  const wrong =
    other ??
    (link && !link.isSymbolicLink() ? 'current' : undefined) ??
    (releases && !releases.isDirectory() ? 'releases' : undefined);
  if (wrong === undefined) return;
  throw new OperatorError(
    `${dir} holds other things than releases (${wrong}). Give a folder of its own: ` +
      'the web server then serves “current” in it.',
  );
}

/** Returns the numbers of the releases, oldest first. */
export function releaseNumbers(dir: string): number[] {
  const folder = releasesDir(dir);
  const names = statIfExists(folder) ? readdirSync(folder) : [];
  return names
    .filter((name) => /^[1-9]\d*$/.test(name))
    .map(Number)
    .toSorted((a, b) => a - b);
}

/** Returns the number of the live release; undefined if there is none. */
export function liveRelease(dir: string): number | undefined {
  if (!statIfExists(liveLink(dir))) return undefined;
  const number = Number(path.basename(readlinkSync(liveLink(dir))));
  return releaseNumbers(dir).includes(number) ? number : undefined;
}

/** Makes a release live by one rename. Call `syncFolder` to make it survive a power cut. */
export function setLiveRelease(dir: string, number: number): void {
  const made = path.join(dir, '.current.new');
  rmSync(made, { force: true });
  symlinkSync(path.join('releases', String(number)), made);
  renameSync(made, liveLink(dir));
}

/**
 * Returns the releases to remove once `live` is live: those with numbers above `before`, which were taken back or
 * never completed, and all but the last few and the one that is `apart`. `([1, 2, 3, 4, 5, 6], 6, 4) -> [1, 5]`.
 */
export function expiredReleases(
  numbers: readonly number[],
  live: number,
  before: number | undefined,
  apart?: number,
): number[] {
  const withdrawn = numbers.filter((number) => number < live && number > (before ?? 0));
  const earlier = numbers.filter((number) => number < live && !withdrawn.includes(number));
  return [...earlier.slice(0, -keptReleaseCount).filter((number) => number !== apart), ...withdrawn];
}

/** Runs `work` while no other process can publish to the releases folder. Rejects with a `LockedError`. */
export async function withReleaseLock<T>(dir: string, work: () => Promise<T> | T): Promise<T> {
  assertReleases(dir);
  return withLock(path.join(releasesDir(dir), '.lock'), work);
}

export type ReleaseState =
  | { readonly is: 'whole'; readonly files: number }
  | { readonly is: 'damaged'; readonly differences: readonly FileDifference[] }
  /** There is no complete manifest to compare with. */
  | { readonly is: 'incomplete'; readonly lacks: string };

/** Reads every file of a release. Rejects with the system's error. */
export async function checkRelease(dir: string, number: number): Promise<ReleaseState> {
  const release = releaseDir(dir, number);
  const noteFile = releaseNote(dir, number);
  const note = await readPublishedSite(noteFile);
  const list = manifestFile(noteFile);
  if (!existsSync(list)) return { is: 'incomplete', lacks: path.basename(list) };
  const manifest = readManifest(noteFile, note?.manifest);
  if (!manifest) return { is: 'incomplete', lacks: `an unchanged ${path.basename(list)}` };
  const differences = await compareWithManifest(manifest, release);
  return differences.length > 0 ? { is: 'damaged', differences } : { is: 'whole', files: manifest.size };
}
