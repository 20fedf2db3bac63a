import { renameSync, rmSync } from 'node:fs';
import { mkdir, realpath, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { copyTree } from './copy-tree';
import type { Place } from './place';
import { readPublished, readRecord, rememberedFiles } from './published';
import {
  assertReleases,
  expired,
  liveRelease,
  pointTo,
  releaseDir,
  releaseNote,
  releaseNumbers,
  releasesDir,
} from './releases';

/** Moves a folder, also to another disk. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    await copyTree(from, to);
  }
}

/** Removes what was being brought when a process was ended by force. The caller has the folder to itself. */
async function clearPartial(releases: string): Promise<void> {
  for (const name of await readdir(releases)) {
    if (name.endsWith('.partial')) await rm(path.join(releases, name), { recursive: true, force: true });
  }
}

/**
 * A folder of releases, made where it isn't there, that gets one more. The caller has locked it. Rejects with a
 * `TargetError` where the folder holds something else.
 */
export async function releasePlace(dir: string): Promise<Place> {
  assertReleases(dir);
  await mkdir(releasesDir(dir), { recursive: true });
  const home = await realpath(dir);
  await clearPartial(releasesDir(home));
  const numbers = releaseNumbers(home);
  const live = liveRelease(home);
  const number = (numbers.at(-1) ?? 0) + 1;
  const target = releaseDir(home, number);
  const partial = `${target}.partial`;
  return {
    before: live === undefined ? undefined : await readPublished(releaseNote(home, live)),
    record: live === undefined ? undefined : await readRecord(releaseNote(home, live)),
    noteFile: releaseNote(home, number),
    isCompressed: true,
    receive: (staging) => move(staging, partial),
    goLive: (finish) => {
      renameSync(partial, target);
      try {
        finish();
        pointTo(home, number);
      } catch (error) {
        for (const file of rememberedFiles(releaseNote(home, number))) rmSync(file, { force: true });
        renameSync(target, partial);
        throw error;
      }
      return expired([...numbers, number], number, live).flatMap((one) => [
        releaseDir(home, one),
        ...rememberedFiles(releaseNote(home, one)),
      ]);
    },
    discard: () => rmSync(partial, { recursive: true, force: true, maxRetries: 20, retryDelay: 10 }),
  };
}
