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
import { plainEnv, runWholeBuild, siteNow, type Env } from '../build/run-build';
import { copyOfSmallContent } from '../build/small-content';
import { makeEdits, type EditedSite } from '../incremental/edits';
import type { AttackResult } from './attack-result';

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
export async function attackPublishes(kills: number, seed: number): Promise<AttackResult> {
  const root = await freshFolder('attack/publishes');
  const folder = await copyOfSmallContent('attack/publishes/content');
  const site = { folder, now: Date.parse(siteNow) };
  const [live, whole] = [`${root}/live/site`, `${root}/whole/site`];
  const random = createRandom(seed);
  const forget = (dir: string) => rmSync(publishCacheFile(path.resolve(dir)), { force: true });
  const buildAnew = (dir: string) => {
    forget(dir);
    return runWholeBuild(dir, envOf(site));
  };
  // The site that is compared redirects from the addresses of the first publish, too.
  let [{ duration }] = await Promise.all([buildAnew(live), buildAnew(whole)]);
  const wrong: string[] = [];
  for (let kill = 1; kill <= kills; kill++) {
    const edits = await makeEdits(site, random, random.int(1, 4));
    const before = contentsOf(live);
    const after = random.int(0, Math.round(duration));
    await killBuild(live, envOf(site), after);
    const left = contentsOf(live);
    [{ duration }] = await Promise.all([runWholeBuild(live, envOf(site)), buildAnew(whole)]);
    const name = `Kill ${kill} after ${after} ms (${edits.join(', ')})`;
    if (!isDeepStrictEqual(left, before) && !isDeepStrictEqual(left, contentsOf(live)))
      wrong.push(`${name}: the live site was torn`);
    const difference = differenceOf(live, whole);
    if (difference !== undefined) wrong.push(`${name}: ${difference}`);
  }
  return { counts: { 'kills of the publish of an edit': kills }, wrong };
}
