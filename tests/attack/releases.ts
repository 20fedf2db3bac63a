/**
 * Kills a process that publishes to a folder of releases, again and again at random moments, and looks after each kill
 * for a release that is served, or could be, and isn't whole.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { lstatSync, mkdirSync, readdirSync, rmSync, watch } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { createRandom } from '@scripts/bench/content/random';
import { ReleaseError, rollBack } from '@scripts/publish-local/local-command';
import {
  liveRelease,
  liveLink,
  setLiveRelease,
  releaseDir,
  releaseNumbers,
  releasesDir,
} from '@/publish/releases/releases';
import { bundleDriver } from './bundle';
import { tornIn } from './made-site';

/**
 * When a kill comes: at any moment; just after a new release began to be brought; just after it went live, when the old
 * ones are removed.
 */
const moments = ['any', 'bringing', 'removing'] as const;
type Moment = (typeof moments)[number];

/** Kills come within so long (ms) of the moment for which they wait. */
const within: Record<Moment, number> = { any: 300, bringing: 25, removing: 25 };

/** A process that doesn't reach the moment is killed after so long (ms). */
const patience = 10_000;

export interface ReleaseAttackOptions {
  readonly kills: number;
  readonly seed: number;
  /** Where the processes work; emptied first. */
  readonly work: string;
  /**
   * The folders of releases, emptied first: for each, processes are killed one after another, for all at the same time.
   * One on another disk than `work` has sites copied to it.
   */
  readonly dirs: readonly string[];
}

export interface ReleaseAttackReport {
  readonly kills: number;
  /** Kills after which something half done lay in the folder, but under no name of a release. */
  readonly halfDone: number;
  /** Releases that were served, or that going back accepted, and that were not whole. */
  readonly torn: readonly string[];
  /** What failed although nothing had killed it. */
  readonly failures: readonly string[];
}

interface Driver {
  readonly process: ChildProcess;
  readonly lines: string[];
  /** Resolves when it has published once. */
  readonly published: Promise<void>;
  readonly ended: Promise<unknown>;
}

function startDriver(file: string, args: readonly string[], cwd: string): Driver {
  const child = spawn(process.execPath, [file, ...args], { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const published = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      if (line === 'turn 0') resolve();
    });
  });
  return { process: child, lines, published, ended: once(child, 'close') };
}

/** Resolves when the moment is there, or the process has ended. */
function untilMoment(moment: Moment, dir: string, { process: child, ended }: Driver): Promise<unknown> {
  if (moment === 'any') return Promise.race([once(child.stdout ?? child, 'data'), ended]);
  const folder = moment === 'removing' ? dir : releasesDir(dir);
  const isMeant = (name: string) =>
    moment === 'removing' ? name === 'current' : /^\d+\.partial$/.test(name);
  const stop = new AbortController();
  const seen = new Promise<void>((resolve) => {
    watch(folder, { signal: stop.signal }, (_, name) => {
      if (name !== null && isMeant(name)) resolve();
    });
  });
  return Promise.race([seen, ended, wait(patience)]).finally(() => stop.abort());
}

/** The releases that are live or could be made live, and aren't whole. The link is then as it was. */
async function tornReleases(dir: string): Promise<string[]> {
  const torn: string[] = [];
  const live = liveRelease(dir);
  if (live === undefined && lstatSync(liveLink(dir), { throwIfNoEntry: false })) {
    torn.push('current leads to no release');
  }
  if (live !== undefined) torn.push(...refusedBySha256sum(dir, live));
  for (const number of releaseNumbers(dir)) {
    if (number !== live && !(await isAccepted(dir, number))) continue;
    const how = tornIn(releaseDir(dir, number));
    if (how !== undefined) torn.push(`release ${number}${number === live ? ' (live)' : ''}: ${how}`);
  }
  if (live === undefined) rmSync(liveLink(dir), { force: true });
  else setLiveRelease(dir, live);
  return torn;
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

async function isAccepted(dir: string, number: number): Promise<boolean> {
  try {
    await rollBack({ dir, to: number, print: () => undefined });
    return true;
  } catch (error) {
    if (error instanceof ReleaseError) return false;
    throw error;
  }
}

const isHalfDone = (dir: string) => readdirSync(releasesDir(dir)).some((name) => name.endsWith('.partial'));

/** Removes releases that aren't whole, so that each is counted once. */
function dropTorn(dir: string): void {
  for (const number of releaseNumbers(dir)) {
    const release = releaseDir(dir, number);
    if (tornIn(release) !== undefined) rmSync(release, { recursive: true, force: true });
  }
}

/** A process that is left alone until it has published once. Resolves to what failed. */
async function publishOnce(driver: string, dir: string, work: string): Promise<string[]> {
  const last = startDriver(driver, [path.resolve(dir), '0'], work);
  await Promise.race([last.published, last.ended, wait(patience)]);
  last.process.kill('SIGKILL');
  await last.ended;
  return last.lines.includes('turn 0') ? [] : [`the last publish: ${last.lines.join(', ')}`];
}

interface Lane {
  /** Tells it from others of the same attack. */
  readonly number: number;
  readonly work: string;
  readonly dir: string;
  readonly kills: number;
  readonly seed: number;
  /** The file that is run. */
  readonly driver: string;
}

/** Kills one process after another that publishes to one folder. */
async function attackLane({ number, work, dir, kills, seed, driver }: Lane): Promise<ReleaseAttackReport> {
  for (const folder of [work, releasesDir(dir)]) mkdirSync(folder, { recursive: true });
  const random = createRandom(seed, number);
  const torn: string[] = [];
  const failures: string[] = [];
  let halfDone = 0;
  for (let kill = 0; kill < kills; kill++) {
    const moment = moments[kill % moments.length] ?? 'any';
    const running = startDriver(driver, [path.resolve(dir), String(random.int(1, 2 ** 30))], work);
    await untilMoment(moment, dir, running);
    await wait(random.next() * within[moment]);
    running.process.kill('SIGKILL');
    await running.ended;
    failures.push(...running.lines.filter((line) => line.startsWith('failed')));
    if (isHalfDone(dir)) halfDone += 1;
    torn.push(...(await tornReleases(dir)).map((what) => `${dir}, kill ${kill} (${moment}): ${what}`));
    dropTorn(dir);
  }
  failures.push(...(await publishOnce(driver, dir, work)));
  torn.push(...(await tornReleases(dir)));
  return { kills, halfDone, torn, failures };
}

/** Kills so often, and says what was found. Rejects where the driver can't be made. */
export async function attackReleases({
  kills,
  seed,
  work,
  dirs,
}: ReleaseAttackOptions): Promise<ReleaseAttackReport> {
  for (const folder of [work, ...dirs]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const driver = path.resolve(work, 'driver.mjs');
  await bundleDriver('release-driver', driver);
  const reports = await Promise.all(
    dirs.map((dir, number) => {
      const own = Math.ceil((kills - number) / dirs.length);
      return attackLane({ number, work: path.join(work, `lane-${number}`), dir, kills: own, seed, driver });
    }),
  );
  return {
    kills: reports.reduce((sum, report) => sum + report.kills, 0),
    halfDone: reports.reduce((sum, report) => sum + report.halfDone, 0),
    torn: reports.flatMap((report) => report.torn),
    failures: reports.flatMap((report) => report.failures),
  };
}
