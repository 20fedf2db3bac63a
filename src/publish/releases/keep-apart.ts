/**
 * Keeps one earlier release apart: it shares no file on the disk with any other, so that a file which is damaged in all
 * releases that share it leaves one whole.
 */
import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Progress } from '@/sources/source';
import { isInterrupted } from '@/terminal/interrupt';
import { describeFailure } from '../failure';
import { onceADayMs } from '../incremental/last-publish';
import { renewMarks } from '../incremental/publish-cache';
import {
  describeDifferences,
  manifestFile,
  readManifest,
  sha256,
  type FileDifference,
} from '../targets/manifest';
import { noteFiles } from '../targets/published-site';
import { syncFolder, syncTree } from '../targets/sync-tree';
import {
  apartFile,
  isApart,
  keptReleaseCount,
  releaseDir,
  releaseNote,
  releaseNumbers,
  releasesDir,
  removedDir,
} from './releases';

/** Files that are copied before other tasks get a turn, such as the signal that ends the build. */
const filesPerTurn = 100;

interface ApartOptions {
  /** The folder of the releases, as `DeployTarget` names it. */
  readonly home: string;
  /** The number of the live release. */
  readonly live: number;
  readonly progress: Progress;
}

/**
 * Copies the release before the live one where none is kept apart, and once a day; what was kept apart before is removed. The caller holds the lock. Resolves to warnings, since the new site is live already.
 */
export async function keepOneApart({ home, live, progress }: ApartOptions): Promise<string[]> {
  const earlier = releaseNumbers(home).filter((number) => number < live);
  const number = earlier.at(-1);
  const apart = earlier.filter((one) => isApart(home, one));
  const newest = apart.at(-1);
  const isRecent =
    newest !== undefined && Date.now() - statSync(apartFile(home, newest)).mtimeMs < onceADayMs;
  if (number === undefined || number === newest || isRecent) return [];
  progress(`Copying release ${number}, so that it shares no file with the others`);
  try {
    const differences = await copyFiles(home, number);
    renewMarks(home, releaseDir(home, live));
    if (differences.length > 0)
      return [
        `Release ${number} is damaged in ${describeDifferences(differences)}, so it can’t be made live again.`,
      ];
    writeFileSync(apartFile(home, number), '', { flush: true });
    syncFolder(releasesDir(home));
    for (const one of apart) {
      rmSync(apartFile(home, one));
      if (earlier.slice(-keptReleaseCount).includes(one)) continue;
      renameSync(releaseDir(home, one), removedDir(home, one));
      for (const file of [removedDir(home, one), ...noteFiles(releaseNote(home, one))])
        await rm(file, { recursive: true, force: true });
    }
    return [];
  } catch (error) {
    return [
      `No release could be kept apart from the others: ${describeFailure(error)} Damage of a file may then concern all of them. The next publish tries again.`,
    ];
  }
}

/**
 * Gives a release its own copy of each file that another one has too. It is whole at every moment. Resolves to the files that
 * aren't as they were published, which stay as they are. Rejects with the system's error.
 */
async function copyFiles(home: string, number: number): Promise<FileDifference[]> {
  const release = releaseDir(home, number);
  const noteFile = releaseNote(home, number);
  const manifest = readManifest(noteFile);
  if (!manifest) return [{ file: path.basename(manifestFile(noteFile)), how: 'missing' }];
  const partial = `${release}.copy.partial`;
  let copied = 0;
  const differences: FileDifference[] = [];
  for (const [index, [file, hash]] of [...manifest].entries()) {
    if (index % filesPerTurn === 0) await setImmediate();
    if (isInterrupted()) throw new Error('It was interrupted.');
    const place = path.join(release, file);
    const stats = statSync(place, { throwIfNoEntry: false });
    // Not a copy by the system, which may share the bytes on the disk.
    const bytes = stats && readFileSync(place);
    if (!stats || !bytes || sha256(bytes) !== hash) {
      differences.push({ file, how: stats ? 'changed' : 'missing' });
    } else if (stats.nlink > 1) {
      writeFileSync(partial, bytes);
      utimesSync(partial, stats.atime, stats.mtime);
      renameSync(partial, place);
      copied += 1;
    }
  }
  rmSync(partial, { force: true });
  if (copied > 0) await syncTree(release);
  return differences;
}
