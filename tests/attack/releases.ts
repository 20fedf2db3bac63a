/**
 * Kills a process that publishes to a folder of releases, again and again at random moments, and looks after each kill
 * for a release that is served, or could be, and isn't whole.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, rmSync, watch } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { randomOf } from '@/bench/random';
import { ReleaseError, rollBack } from '@/publish/local-command';
import { liveRelease, linkOf, pointTo, releaseDir, releaseNumbers, releasesDir } from '@/publish/releases';
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
  /** Processes that are killed at the same time, each with folders of its own. */
  readonly lanes: number;
  /** Where the processes work; emptied first. */
  readonly work: string;
  /** Where their folders of releases are, which may be on another disk; emptied first. */
  readonly dir: string;
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
  readonly ended: Promise<unknown>;
}

function startDriver(file: string, args: readonly string[], cwd: string): Driver {
  const child = spawn(process.execPath, [file, ...args], { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  return { process: child, lines, ended: once(child, 'close') };
}

/** Resolves when the moment is there, or the process has ended. */
function untilMoment(moment: Moment, dir: string, { process: child, ended }: Driver): Promise<unknown> {
  if (moment === 'any') return Promise.race([once(child.stdout ?? child, 'data'), ended]);
  const folder = moment === 'removing' ? dir : releasesDir(dir);
  const isMeant = (name: string) => (moment === 'removing' ? name === 'current' : /^\d+\.partial$/.test(name));
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
  if (live === undefined && existsSync(linkOf(dir))) torn.push('current leads to no release');
  for (const number of releaseNumbers(dir)) {
    if (number !== live && !(await isAccepted(dir, number))) continue;
    const how = tornIn(releaseDir(dir, number));
    if (how !== undefined) torn.push(`release ${number}${number === live ? ' (live)' : ''}: ${how}`);
  }
  if (live === undefined) rmSync(linkOf(dir), { force: true });
  else pointTo(dir, live);
  return torn;
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

/** Where one process works, and where it publishes to. */
interface Lane {
  readonly number: number;
  readonly work: string;
  readonly dir: string;
}

/** Kills so often in one lane. */
async function attackLane(
  { number, work, dir }: Lane,
  { kills, seed, driver: file }: { readonly kills: number; readonly seed: number; readonly driver: string },
): Promise<ReleaseAttackReport> {
  mkdirSync(work, { recursive: true });
  mkdirSync(releasesDir(dir), { recursive: true });
  const random = randomOf(seed, number);
  const torn: string[] = [];
  const failures: string[] = [];
  let halfDone = 0;
  for (let kill = 0; kill < kills; kill++) {
    const moment = moments[kill % moments.length] ?? 'any';
    const driver = startDriver(file, [path.resolve(dir), String(random.int(1, 2 ** 30))], work);
    await untilMoment(moment, dir, driver);
    await wait(random.next() * within[moment]);
    driver.process.kill('SIGKILL');
    await driver.ended;
    failures.push(...driver.lines.filter((line) => line.startsWith('failed')));
    if (isHalfDone(dir)) halfDone += 1;
    torn.push(...(await tornReleases(dir)).map((what) => `${dir}, kill ${kill} (${moment}): ${what}`));
    dropTorn(dir);
  }
  return { kills, halfDone, torn, failures };
}

/** Kills so often, in several lanes at once, and says what was found. Rejects where the driver can't be made. */
export async function attackReleases(options: ReleaseAttackOptions): Promise<ReleaseAttackReport> {
  const { kills, seed, lanes, work, dir } = options;
  for (const folder of [work, dir]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const driver = path.resolve(work, 'driver.mjs');
  await bundleDriver('release-driver', driver);
  const reports = await Promise.all(
    Array.from({ length: lanes }, (_, number) => {
      const lane = { number, work: path.join(work, `lane-${number}`), dir: path.join(dir, `lane-${number}`) };
      return attackLane(lane, { kills: Math.ceil(kills / lanes), seed, driver });
    }),
  );
  return {
    kills: reports.reduce((sum, report) => sum + report.kills, 0),
    halfDone: reports.reduce((sum, report) => sum + report.halfDone, 0),
    torn: reports.flatMap((report) => report.torn),
    failures: reports.flatMap((report) => report.failures),
  };
}
