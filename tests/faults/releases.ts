/**
 * The publish of a made-up site, with its clean-up, and the way back are ended by force at each call that changes something
 * on the disk. Whatever can be served then is whole, and the next publish puts everything in order.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { putRelease } from '@/publish/releases/put-release.fixture';
import { releaseDir, releaseNumbers } from '@/publish/releases/releases';
import { freshFolder } from '../build/folders';
import { runProgram } from '../build/run-build';
import { spoiled, type Spot } from './machine';
import { findLeftovers, type Trial } from './trial';

/** Enough to be compressed. */
const pageOf = (generation: string) => `<!doctype html><p>${generation.repeat(300)}`;
const live = 'e';
const next = 'f';

/** The arguments of each command, the site that it makes live, and fewer calls than it makes. */
const commands = {
  'a publish': { words: [pageOf(next)], brings: next, fewest: 30 },
  'the way back': { words: [], brings: 'd', fewest: 2 },
} as const;
type Command = keyof typeof commands;

const spot: Spot = {
  stage: 'at a call',
  call: ['mkdir', 'writeFile', 'rename', 'link', 'symlink', 'utimes', 'rm']
    .map((name) => `${name}|${name}Sync`)
    .join('|'),
  path: 'faults/made-|build/run-',
  process: 'release-driver.ts',
};

/** A folder of as many releases as are kept, the first of which shares no file and is to be removed with the next. */
async function makeReleases(name: string): Promise<string> {
  const dir = path.resolve(await freshFolder(name));
  for (const generation of 'abcde') await putRelease(dir, pageOf(generation), generation !== 'a');
  utimesSync(`${dir}/releases/1.apart`, 0, 0);
  return dir;
}

const servedBy = (dir: string) => readFileSync(`${dir}/current/index.html`, 'utf8');

/** What the system's own program finds wrong with releases; nothing where there is no such program. */
const findTorn = (dir: string): string[] =>
  releaseNumbers(dir).flatMap((number) => {
    const check = ['--check', '--strict', '--quiet', `../${number}.sha256`];
    const { status, stdout, stderr, error } = spawnSync('sha256sum', check, {
      cwd: releaseDir(dir, number),
      encoding: 'utf8',
    });
    return error || status === 0 ? [] : [`release ${number}: ${stdout}${stderr}`];
  });

/** Ends a command at its n-th call over a copy of the releases. Resolves to what is wrong; undefined if it makes fewer. */
async function tryCall(command: Command, nth: number, releases: string): Promise<string[] | undefined> {
  const { words, brings } = commands[command];
  const dir = path.resolve(await freshFolder(`faults/made-${command.replaceAll(' ', '-')}`), 'site');
  execFileSync('cp', ['-a', releases, dir]);
  const env = spoiled([{ ...spot, nth }], 'kill');
  const run = await runProgram('tests/faults/release-driver.ts', [dir, ...words], env);
  if (run.code === 0 && servedBy(dir) === pageOf(brings)) return undefined;
  const isServed = [live, brings].map(pageOf).includes(servedBy(dir));
  const wrong = [
    ...(run.code === null ? [] : [`it ended with ${run.code}: ${run.stderr}`]),
    ...(isServed ? [] : ['neither the former nor the new site is live']),
    ...findTorn(dir),
  ];
  await putRelease(dir, pageOf(next));
  return [
    ...wrong,
    ...(servedBy(dir) === pageOf(next) ? [] : ['the next site is not live']),
    ...findTorn(dir),
    ...findLeftovers(dir),
  ];
}

async function tryCalls(command: Command): Promise<string[]> {
  const releases = await makeReleases(`faults/made-releases-for-${command.replaceAll(' ', '-')}`);
  const wrong: string[] = [];
  for (let nth = 1; ; nth++) {
    const found = await tryCall(command, nth, releases);
    if (found) wrong.push(...found.map((what) => `call ${nth}: ${what}`));
    else if (nth > commands[command].fewest) return wrong;
    else return [...wrong, `it was ended at ${nth - 1} calls only`];
  }
}

export const prepareReleases = (): Trial[] =>
  (Object.keys(commands) as Command[]).map((command) => ({
    name: `ended by force at each call of ${command}`,
    served: 'a whole site, then the next one',
    run: () => tryCalls(command),
  }));
