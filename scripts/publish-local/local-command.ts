/** `npm run publish:local`: publishes to a folder of releases on this machine, and rolls back to an earlier one. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '@/model/operator-error';
import type { Config } from '@/config/config';
import type { BuildResult } from '@/publish/build/build';
import { refusePublicFolder } from '@/publish/targets/deploy-target';
import { describeDifferences } from '@/publish/targets/manifest';
import { openReleaseTarget } from '@/publish/releases/release-target';
import {
  assertReleases,
  checkRelease,
  keptReleaseCount,
  liveLink,
  liveRelease,
  setLiveRelease,
  releaseDir,
  releaseNumbers,
  withReleaseLock,
  type ReleaseState,
} from '@/publish/releases/releases';
import { summarize } from '@/publish/report';
import type { PublisherStatus } from '@/publish/status/publisher-status';
import { withPublishStatus } from '@/publish/status/with-status';
import { syncFolder } from '@/publish/targets/sync-tree';

interface ReleaseCommandOptions {
  /** The folder of releases. */
  readonly dir: string;
  readonly print: (line: string) => void;
}

export interface PublishLocalOptions extends ReleaseCommandOptions {
  readonly config: Config;
  /** The status of a publisher that goes on. */
  readonly status?: PublisherStatus | undefined;
  /** Called when no other process can publish to the folder. */
  readonly whenBegun?: () => void;
}

/** The folder of the live site, as the status of a publish names it. */
export const liveFolder = (dir: string) => path.resolve(liveLink(dir));

/** Builds and verifies a release, and makes it live. */
export async function publishLocal(options: PublishLocalOptions): Promise<BuildResult> {
  const { dir, print, config, status, whenBegun } = options;
  // Loaded only now, since a rollback doesn't need it.
  const { publish } = await import('@/publish/build/build');
  await refusePublicFolder(dir, config);
  return withReleaseLock(dir, async () => {
    whenBegun?.();
    return withPublishStatus({ config, status, folder: liveFolder(dir) }, async (whenChecked) => {
      const target = await openReleaseTarget(dir);
      const result = await publish({ config, target, progress: print, whenChecked });
      printPublished(options, result);
      return result;
    });
  });
}

function printPublished(
  { dir, print, config }: PublishLocalOptions,
  { prepared, pages, isUnchanged, duration }: BuildResult,
): void {
  for (const line of summarize(prepared)) print(line);
  if (!config.site.isUrlSet) {
    print('SITE_URL is not set: links that need the whole address lead to this machine.');
  }
  const live = liveRelease(dir) ?? 0;
  if (isUnchanged) {
    print(`Release ${live} stays live: ${liveLink(dir)}`);
    return;
  }
  print(`Published ${pages} pages as release ${live} in ${(duration / 1000).toFixed(1)} s: ${liveLink(dir)}`);
  if (releaseNumbers(dir).some((number) => number < live)) {
    print(`To go back: npm run publish:local -- --to ${dir} --rollback`);
  }
}

/** Returns the releases to roll back to: the named one, else those before the live one, newest first. Throws an `OperatorError`. */
function findEarlier(dir: string, named: number | undefined): number[] {
  const numbers = releaseNumbers(dir);
  const live = liveRelease(dir);
  const have = numbers.length === 0 ? 'There is none there.' : `There are ${numbers.join(', ')}.`;
  if (named !== undefined) {
    if (numbers.includes(named)) return [named];
    throw new OperatorError(
      `${dir} has no release ${named}. The live site stays as it is.`,
      `${have} The live one and the ${keptReleaseCount} before it are kept, and one apart from them.`,
    );
  }
  const earlier = numbers.filter((number) => number < (live ?? Infinity));
  if (earlier.length > 0) return earlier.toReversed();
  throw new OperatorError(
    `${dir} has no release before the live one. The live site stays as it is.`,
    `${have} Publish an earlier state of the content instead.`,
  );
}

/** Describes the result of a check, as the second part of a sentence that begins with the release. */
function describeReleaseState(state: ReleaseState): string {
  switch (state.is) {
    case 'whole':
      return `is whole (${state.files} files)`;
    case 'damaged':
      return `is damaged in ${describeDifferences(state.differences)}`;
    case 'incomplete':
      return `can’t be checked: it lacks ${state.lacks}`;
  }
}

const isUsable = ({ is }: ReleaseState) => is === 'whole';

/**
 * Makes an earlier release live again: the named one, else the newest that is whole. Rejects with an `OperatorError` if
 * there is none.
 */
export async function rollBack({
  dir,
  print,
  to,
}: ReleaseCommandOptions & { readonly to: number | undefined }): Promise<void> {
  await withReleaseLock(dir, async () => {
    const before = liveRelease(dir);
    const { number, state } = await chooseRelease(findEarlier(dir, to), { dir, print });
    setLiveRelease(dir, number);
    syncFolder(dir);
    print(
      `Release ${number} is live${before === undefined || before === number ? '' : ` instead of ${before}`}. It ${describeReleaseState(state)}.`,
    );
    print('The next publish brings the present content again: fix that first, or stop automatic publishing.');
  });
}

/** Reads releases one after another, until one is whole. Rejects with an `OperatorError` if none is. */
async function chooseRelease(numbers: readonly number[], { dir, print }: ReleaseCommandOptions) {
  const damaged: string[] = [];
  for (const number of numbers) {
    print(`Checking release ${number}`);
    const state = await checkRelease(dir, number);
    if (isUsable(state)) {
      for (const line of damaged) print(line);
      return { number, state };
    }
    damaged.push(`Release ${number} ${describeReleaseState(state)}.`);
  }
  throw new OperatorError(
    `${damaged.join('\n')} The live site stays as it is.`,
    `To find one that is complete: npm run publish:local -- --to ${dir} --check. Then name it with --release N. Or publish again.`,
  );
}

/** Prints the releases with their times, the newest first. */
export function listReleases({ dir, print }: ReleaseCommandOptions): void {
  assertReleases(dir);
  const live = liveRelease(dir);
  const numbers = releaseNumbers(dir).toReversed();
  if (numbers.length === 0) print(`${dir} has no release.`);
  for (const number of numbers) {
    const made = statSync(releaseDir(dir, number)).mtime.toISOString();
    print(`${number === live ? '*' : ' '} ${number}  ${made}`);
  }
}

/** Reads all releases, and prints for each whether it is whole, the newest first. Resolves to false if one isn’t. */
export async function checkReleases({ dir, print }: ReleaseCommandOptions): Promise<boolean> {
  assertReleases(dir);
  let areUsable = true;
  const numbers = releaseNumbers(dir).toReversed();
  if (numbers.length === 0) print(`${dir} has no release.`);
  for (const number of numbers) {
    const state = await checkRelease(dir, number);
    // A check takes no lock, so that it delays no publish. A publish may have removed the release meanwhile.
    if (!existsSync(releaseDir(dir, number))) continue;
    const star = number === liveRelease(dir) ? '*' : ' ';
    print(`${star} ${number}  ${describeReleaseState(state)}`);
    areUsable &&= isUsable(state);
  }
  return areUsable;
}
