import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cp, mkdir, realpath, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { OperatorError } from '@/model/operator-error';
import { onceADayMs } from '../incremental/last-publish';
import { describeDifferences, compareWithManifest } from '../targets/manifest';
import type { DeployTarget } from '../targets/deploy-target';
import { readPublishedSite, noteFiles } from '../targets/published-site';
import {
  apartFile,
  expiredReleases,
  isApart,
  liveRelease,
  partialDir,
  setLiveRelease,
  releaseDir,
  releaseNote,
  releaseNumbers,
  releasesDir,
  removedDir,
} from './releases';
import { syncFolder, syncTree } from '../targets/sync-tree';

/** Moves a folder, also to another disk. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    await cp(from, to, { recursive: true });
  }
}

/**
 * Removes releases that a killed process was moving or removing, and notes without a release. The caller holds the
 * lock.
 */
async function clearLeftovers(home: string): Promise<void> {
  const releases = releasesDir(home);
  const kept = new Set(releaseNumbers(home).map(String));
  for (const name of await readdir(releases)) {
    const [, number] = /^(\d+)\.(?:json|sha256|apart)$/.exec(name) ?? [];
    const isOrphan = number !== undefined && !kept.has(number);
    if (isOrphan || name.endsWith('.partial')) {
      await rm(path.join(releases, name), { recursive: true, force: true });
    }
  }
}

/**
 * Opens a releases folder, created if missing, to add a release. The caller holds the lock (`withReleaseLock`).
 */
export async function openReleaseTarget(dir: string): Promise<DeployTarget> {
  await mkdir(releasesDir(dir), { recursive: true });
  const home = await realpath(dir);
  await clearLeftovers(home);
  const numbers = releaseNumbers(home);
  const live = liveRelease(home);
  // The next release may share files with the live one.
  if (live !== undefined) rmSync(apartFile(home, live), { force: true });
  const apart = numbers.findLast((one) => one < (live ?? 0) && isApart(home, one));
  const number = (numbers.at(-1) ?? 0) + 1;
  const target = releaseDir(home, number);
  const partial = partialDir(home, number);
  const noteFile = releaseNote(home, number);
  const former =
    live === undefined ? undefined : { folder: releaseDir(home, live), noteFile: releaseNote(home, live) };
  let sharesFiles = false;
  return {
    before: former && (await readPublishedSite(former.noteFile)),
    noteFile,
    home,
    live: former,
    isApart: apart === undefined || Date.now() - statSync(apartFile(home, apart)).mtimeMs >= onceADayMs,
    receive: async (staging, manifest, knownHash) => {
      await move(staging, partial);
      const differences = await compareWithManifest(manifest, partial, (file) => knownHash(file, partial));
      if (differences.length > 0) {
        throw new OperatorError(
          `The site changed while it was brought to ${home}, in ${describeDifferences(differences)}. ` +
            'Nothing was published. Check the disk, then publish again.',
        );
      }
      // Files that another release has too have been on the disk since the release that brought them.
      await syncTree(partial, (name) => {
        const isShared = statSync(path.join(partial, name)).nlink > 1;
        sharesFiles ||= isShared;
        return !isShared;
      });
    },
    goLive: (finish) => {
      const gone = expiredReleases([...numbers, number], number, live, sharesFiles ? apart : undefined);
      const undo: (() => void)[] = [];
      const replace = (from: string, to: string) => {
        renameSync(from, to);
        undo.push(() => renameSync(to, from));
      };
      try {
        undo.push(() => {
          for (const file of noteFiles(noteFile)) rmSync(file, { force: true });
        });
        // Before the release gets its name, so that it never exists without its manifest.
        finish();
        if (!sharesFiles && live !== undefined) {
          writeFileSync(apartFile(home, live), '', { flush: true });
          undo.push(() => rmSync(apartFile(home, live)));
        }
        replace(partial, target);
        for (const one of gone) replace(releaseDir(home, one), removedDir(home, one));
        syncFolder(releasesDir(home));
        setLiveRelease(home, number);
      } catch (error) {
        for (const one of undo.toReversed()) one();
        throw error;
      }
      syncFolder(home);
      return gone.flatMap((one) => [
        removedDir(home, one),
        ...noteFiles(releaseNote(home, one)),
        apartFile(home, one),
      ]);
    },
    folder: target,
    discard: () => rmSync(partial, { recursive: true, force: true, maxRetries: 20, retryDelay: 10 }),
  };
}
