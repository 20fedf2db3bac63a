/** `npm run publish:local`: publishes to a folder of releases on this machine, and goes back to an earlier one. */
import { statSync } from 'node:fs';
import { OperatorError } from '@/model/operator-error';
import type { Environment } from '@/pipeline/prepare';
import { withReleaseLock } from './release-lock';
import { releasePlace } from './release-place';
import {
  assertReleases,
  keptReleases,
  linkOf,
  liveRelease,
  pointTo,
  releaseDir,
  releaseNumbers,
} from './releases';
import { summarize } from './report';

/** There is no release to go back to. */
export class ReleaseError extends OperatorError {
  override readonly name = 'ReleaseError';

  constructor(
    message: string,
    override readonly hint: string,
  ) {
    super(message);
  }
}

interface Surroundings {
  /** The folder of releases. */
  readonly dir: string;
  readonly print: (line: string) => void;
}

/** Builds, verifies and makes it live. Rejects with an error that says what to do; what is live stays as it is then. */
export async function publishLocal({
  dir,
  print,
  env,
}: Surroundings & { readonly env: Environment }): Promise<void> {
  await withReleaseLock(dir, async () => {
    const place = await releasePlace(dir);
    // Loaded only now: going back needs none of it.
    const { publish } = await import('./build');
    const { prepared, pages, duration } = await publish({ env, place, progress: print });
    for (const line of summarize(prepared)) print(line);
    if (!env['SITE_URL']?.trim()) {
      print('SITE_URL is not set: links that need the whole address lead to this machine.');
    }
    const live = liveRelease(dir) ?? 0;
    print(`Published ${pages} pages as release ${live} in ${(duration / 1000).toFixed(1)} s: ${linkOf(dir)}`);
    if (releaseNumbers(dir).some((number) => number < live)) {
      print(`To go back: npm run publish:local -- --to ${dir} --rollback`);
    }
  });
}

/** The release to go back to: the one that is asked for, else the one before the live one. Throws a `ReleaseError`. */
function wanted(dir: string, named: number | undefined): number {
  const numbers = releaseNumbers(dir);
  const live = liveRelease(dir);
  const have = numbers.length === 0 ? 'There is none there.' : `There are ${numbers.join(', ')}.`;
  if (named !== undefined) {
    if (numbers.includes(named)) return named;
    throw new ReleaseError(
      `${dir} has no release ${named}. What is live stays as it is.`,
      `${have} The live one and the ${keptReleases} before it are kept.`,
    );
  }
  const before = numbers.filter((number) => number < (live ?? Infinity)).at(-1);
  if (before !== undefined) return before;
  throw new ReleaseError(
    `${dir} has no release before the live one. What is live stays as it is.`,
    `${have} Publish an earlier state of the content instead.`,
  );
}

/** Makes an earlier release live again, at once. Rejects with a `ReleaseError` where there is none. */
export async function rollBack({
  dir,
  print,
  to,
}: Surroundings & { readonly to: number | undefined }): Promise<void> {
  await withReleaseLock(dir, () => {
    const number = wanted(dir, to);
    const before = liveRelease(dir);
    pointTo(dir, number);
    print(
      `Release ${number} is live${before === undefined || before === number ? '' : ` instead of ${before}`}.`,
    );
    print(
      'The next publish brings the present content again: mend that first, or stop what publishes by itself.',
    );
  });
}

/** Prints the releases, the newest first, with when each was made. */
export function listReleases({ dir, print }: Surroundings): void {
  assertReleases(dir);
  const live = liveRelease(dir);
  const numbers = releaseNumbers(dir).toReversed();
  if (numbers.length === 0) print(`${dir} has no release.`);
  for (const number of numbers) {
    const made = statSync(releaseDir(dir, number)).mtime.toISOString();
    print(`${number === live ? '*' : ' '} ${number}  ${made}`);
  }
}
