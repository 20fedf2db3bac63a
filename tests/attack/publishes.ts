/**
 * Kills publishes of edits, which take over files of the live site, at random moments. After each kill the live site has to be
 * the former or the new one, whole, and the next publish has to give the site of a build that makes everything.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { publishCacheFile } from '@/publish/incremental/publish-cache';
import { createRandom } from '@scripts/bench/content/random';
import { guarded } from '@scripts/test/guarded';
import { contentsOf, differenceOf, freshFolder } from '../build/folders';
import { plainEnv, runBuild, type Env } from '../build/run-build';
import { copyOfSmallContent } from '../build/small-content';
import { makeEdits, type EditedSite } from '../incremental/edits';

export interface PublishAttackReport {
  readonly kills: number;
  /** Kills that came before the new site was live. */
  readonly early: number;
  /** Live sites that were neither the former nor the new one. */
  readonly torn: readonly string[];
  /** Publishes after a kill that failed, or gave another site than a build that makes everything. */
  readonly wrong: readonly string[];
}

export interface PublishAttackOptions {
  readonly kills: number;
  readonly seed: number;
}

const envOf = ({ folder, now }: EditedSite): Env => ({
  CONTENT_DIR: folder,
  SITE_NOW: new Date(now).toISOString(),
  // Random edits spoil entries, too.
  CONTENT_MAY_LACK: 'opportunity',
  CONTENT_LEFT_OUT_LIMIT: '1000,100%',
});

/** Starts a build and kills it, with all that it has started, after so long (ms). */
async function killBuild(out: string, env: Env, after: number): Promise<void> {
  const args = ['--import', 'tsx', 'scripts/build.ts', '--out', out];
  const child = guarded(
    spawn(process.execPath, args, { detached: true, env: { ...plainEnv(), ...env }, stdio: 'ignore' }),
  );
  const ended = once(child, 'close');
  await Promise.race([wait(after), ended]);
  if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  await ended;
}

/** Edits a site, kills its publish and publishes it again, so many times. Rejects if a build without a kill fails. */
export async function attackPublishes({ kills, seed }: PublishAttackOptions): Promise<PublishAttackReport> {
  const root = await freshFolder('attack/publishes');
  const site = {
    folder: await copyOfSmallContent('attack/publishes/content'),
    now: Date.parse('2026-11-25T12:00:00Z'),
  };
  const [live, whole] = [`${root}/live/site`, `${root}/whole/site`];
  const random = createRandom(seed);
  const buildInto = async (out: string): Promise<number> => {
    const run = await runBuild(out, envOf(site));
    if (run.code !== 0) throw new Error(`The build into ${out} failed:\n${run.stdout}${run.stderr}`);
    return run.duration;
  };
  const buildAnew = async () => {
    rmSync(publishCacheFile(path.resolve(whole)), { force: true });
    await buildInto(whole);
  };
  rmSync(publishCacheFile(path.resolve(live)), { force: true });
  let longest = await buildInto(live);
  // The site that is compared redirects from the addresses of the first publish, too.
  await buildAnew();
  const torn: string[] = [];
  const wrong: string[] = [];
  let early = 0;
  for (let kill = 1; kill <= kills; kill++) {
    const edits = await makeEdits(site, random, random.int(1, 4));
    const before = contentsOf(live);
    const after = random.int(0, Math.round(longest));
    await killBuild(live, envOf(site), after);
    const left = contentsOf(live);
    longest = await buildInto(live);
    await buildAnew();
    const name = `Kill ${kill} after ${after} ms (${edits.join(', ')})`;
    const isFormer = isDeepStrictEqual(left, before);
    if (isFormer) early += 1;
    else if (!isDeepStrictEqual(left, contentsOf(live))) torn.push(`${name}: the live site was torn`);
    const difference = differenceOf(live, whole);
    if (difference !== undefined) wrong.push(`${name}: ${difference}`);
  }
  return { kills, early, torn, wrong };
}
