/**
 * Kills a process that publishes to a folder of releases, again and again at random moments, and looks after each kill
 * for a release that is served, or could be, and isn't whole.
 */
import { spawnSync } from 'node:child_process';
import { lstatSync, mkdirSync, rmSync, watch } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createRandom } from '@scripts/bench/content/random';
import { ReleaseError, rollBack } from '@scripts/publish-local/local-command';
import {
  liveLink,
  liveRelease,
  releaseDir,
  releaseNumbers,
  releasesDir,
  setLiveRelease,
} from '@/publish/releases/releases';
import { bundleDriver, startDriver, type Driver } from './driver';
import { tornIn } from './made-site';
import type { AttackResult } from './attack-result';

/**
 * When a kill comes, and within how long (ms) of that: at any moment; just after a new release began to be brought; just
 * after it went live, when the old ones are removed.
 */
const moments = [
  { moment: 'any', within: 300 },
  { moment: 'bringing', within: 25 },
  { moment: 'removing', within: 25 },
] as const;
type Moment = (typeof moments)[number]['moment'];

/** A process that doesn't reach the moment is killed after so long (ms). */
const patience = 10_000;

/** Resolves when the moment is there, or the process has ended. */
async function reachMoment(moment: Moment, dir: string, driver: Driver): Promise<void> {
  if (moment === 'any') return void (await Promise.race([driver.printed(/./), driver.ended]));
  const [folder, name] = moment === 'removing' ? [dir, /^current$/] : [releasesDir(dir), /^\d+\.partial$/];
  const stop = new AbortController();
  const seen = new Promise<void>((resolve) => {
    watch(folder, { signal: stop.signal }, (_, changed) => {
      if (changed !== null && name.test(changed)) resolve();
    });
  });
  await Promise.race([seen, driver.ended, wait(patience)]).finally(() => stop.abort());
}

/** What the system's own program finds wrong with a release; nothing where there is no such program. */
function refusedBySha256sum(dir: string, number: number): string[] {
  const { status, stdout, stderr, error } = spawnSync(
    'sha256sum',
    ['--check', '--strict', '--quiet', `../${number}.sha256`],
    { cwd: releaseDir(dir, number), encoding: 'utf8' },
  );
  return error || status === 0 ? [] : [`sha256sum of release ${number}: ${stdout}${stderr}`];
}

async function canGoBackTo(dir: string, number: number): Promise<boolean> {
  try {
    await rollBack({ dir, to: number, print: () => undefined });
    return true;
  } catch (error) {
    if (error instanceof ReleaseError) return false;
    throw error;
  }
}

/** The releases that are live or could be made live, and aren't whole, which are then removed. The link is as it was. */
async function removeTorn(dir: string): Promise<string[]> {
  const torn: string[] = [];
  const live = liveRelease(dir);
  if (live !== undefined) torn.push(...refusedBySha256sum(dir, live));
  else if (lstatSync(liveLink(dir), { throwIfNoEntry: false })) torn.push('current leads to no release');
  for (const number of releaseNumbers(dir)) {
    const how = tornIn(releaseDir(dir, number));
    if (how === undefined) continue;
    if (number === live || (await canGoBackTo(dir, number))) torn.push(`release ${number}: ${how}`);
    rmSync(releaseDir(dir, number), { recursive: true, force: true });
  }
  if (live === undefined) rmSync(liveLink(dir), { force: true });
  else setLiveRelease(dir, live);
  return torn;
}

interface Lane {
  /** The file that is run. */
  readonly driver: string;
  readonly work: string;
  readonly dir: string;
  readonly kills: number;
  readonly seed: number;
}

/** Kills one process after another that publishes to one folder. Resolves to what was wrong. */
async function attackLane({ driver, work, dir, kills, seed }: Lane): Promise<string[]> {
  for (const folder of [work, releasesDir(dir)]) mkdirSync(folder, { recursive: true });
  const random = createRandom(seed);
  const wrong: string[] = [];
  const start = () => startDriver(driver, [path.resolve(dir), String(random.int(1, 2 ** 30))], work);
  for (let kill = 0; kill < kills; kill++) {
    const { moment, within } = moments[kill % moments.length] ?? moments[0];
    const running = start();
    await reachMoment(moment, dir, running);
    await wait(random.next() * within);
    await running.kill();
    wrong.push(...running.lines.filter((line) => line.startsWith('failed')));
    wrong.push(...(await removeTorn(dir)).map((what) => `${dir}, kill ${kill} (${moment}): ${what}`));
  }
  // One that is left alone until it has published once.
  const last = start();
  await Promise.race([last.printed(/^turn 0$/), last.ended, wait(patience)]);
  await last.kill();
  if (!last.lines.includes('turn 0')) wrong.push(`the last publish: ${last.lines.join(', ')}`);
  return [...wrong, ...(await removeTorn(dir))];
}

/** Kills so often, two processes at a time, each with a folder of its own. Rejects where the driver can't be made. */
export async function attackReleases(kills: number, seed: number): Promise<AttackResult> {
  const root = '.local/attack/releases';
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  const driver = path.resolve(root, 'driver.mjs');
  await bundleDriver('release-driver', driver);
  const lanes = [0, 1].map((lane) =>
    attackLane({
      driver,
      work: `${root}/work-${lane}`,
      dir: `${root}/site-${lane}`,
      kills: Math.ceil((kills - lane) / 2),
      seed: seed * 2 + lane,
    }),
  );
  return {
    counts: { 'kills of publish, clean-up and rollback': kills },
    wrong: (await Promise.all(lanes)).flat(),
  };
}
