/** Publishes under a fault, by the real command, and judges what is served afterwards. */
import { execFileSync } from 'node:child_process';
import { copyFile, cp, mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '@/config/config';
import { describeFailure } from '@/publish/failure';
import { publishCacheFile } from '@/publish/incremental/publish-cache';
import { spareSite } from '@/publish/incremental/spare-site';
import { publishLocal } from '@scripts/publish-local/local-command';
import { differenceOf, freshFolder, versionFiles } from '../build/folders';
import { runScript, siteNow, type Env } from '../build/run-build';
import { maskVolatileOutput } from '../build/mask-volatile-output';
import type { Arranged, NamedFault } from './fault';

/** What became of a publish under a fault. */
export interface FaultOutcome {
  /** In a few words: `the previous site`. */
  readonly served: string;
  /** What isn’t as it must be; nothing where all is well. */
  readonly wrong: readonly string[];
}

/** How a publish ended. */
interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** In a process of its own: it renders, or is ended by force. */
const inProcess = (dir: string, env: Env): Promise<Ended> => runScript('publish-local', ['--to', dir], env);

/** Here: what is refused before anything is rendered needs no process, which takes a second to start. */
async function here(dir: string, env: Env): Promise<Ended> {
  const printed: string[] = [];
  try {
    const config = readConfig({ SITE_NOW: siteNow, ...env });
    await publishLocal({ dir, config, print: (line) => printed.push(line) });
    return { code: 0, stdout: printed.join('\n'), stderr: '' };
  } catch (error) {
    return { code: 1, stdout: printed.join('\n'), stderr: `\nNot published.\n${describeFailure(error)}\n` };
  }
}

const published = new Map<string, Promise<string>>();

/** The folder of releases into which some content was published once, without a fault. */
export function publishedOnce(env: Env): Promise<string> {
  const key = JSON.stringify(env);
  const made =
    published.get(key) ??
    (async () => {
      const dir = `${await freshFolder(`faults/published-${published.size}`)}/site`;
      const { code, stderr } = await inProcess(dir, env);
      if (code !== 0) throw new Error(`What is to be compared with can’t be published:\n${stderr}`);
      return dir;
    })();
  published.set(key, made);
  return made;
}

const slugOf = (name: string) => name.replaceAll(/[^a-z0-9]+/gi, '-');

const live = (dir: string) => path.join(dir, 'current');

/** What is served, and what is left besides that must not be. */
function standsAs(dir: string, before: string | undefined): string[] {
  if (before === undefined) return existsSync(live(dir)) ? ['something is served'] : [];
  const difference = differenceOf(before, realpathSync(live(dir)));
  return difference === undefined ? [] : [`the previous site has changed: ${difference}`];
}

function leftovers(dir: string): string[] {
  if (!existsSync(dir)) return [];
  const names = readdirSync(dir);
  const releases = existsSync(path.join(dir, 'releases')) ? readdirSync(path.join(dir, 'releases')) : [];
  return [...names, ...releases].filter((name) => /partial|publishing|\.new$/.test(name));
}

interface Situation {
  readonly dir: string;
  /** A copy of what was live before; undefined where nothing was. */
  readonly before: string | undefined;
  readonly isAfterEdit: boolean;
}

function judgeRefused({ dir, before }: Situation, { refused = '' }: Arranged, ended: Ended): string[] {
  const said = maskVolatileOutput(ended.stderr);
  return [
    ...(ended.code === 1 ? [] : [`the exit code is ${ended.code}`]),
    ...(said === `\nNot published.\n${refused}\n` ? [] : [`it says: ${said}`]),
    ...standsAs(dir, before),
    ...leftovers(dir).map((name) => `${name} is left`),
  ];
}

async function judgeShown(
  { dir, isAfterEdit }: Situation,
  { like = {}, says }: Arranged,
  ended: Ended,
): Promise<string[]> {
  if (ended.code !== 0) return [`it was not published: ${ended.stderr}`];
  const difference = differenceOf(live(await publishedOnce(like)), live(dir), versionFiles);
  const lines = maskVolatileOutput(ended.stdout).split('\n');
  const isSaid =
    says === undefined || lines.some((line) => (typeof says === 'string' ? line === says : says.test(line)));
  return [
    ...(difference === undefined ? [] : [difference]),
    ...(isSaid ? [] : [`it doesn’t say ${String(says)}`]),
    ...(!isAfterEdit || lines.some((line) => / pages were rendered, and \d+ stay /.test(line))
      ? []
      : ['it made everything again']),
  ];
}

/** What is live stays, and the next publish finds everything in order. */
async function judgeKilled(situation: Situation, { env }: Arranged, ended: Ended): Promise<string[]> {
  const { dir, before } = situation;
  const first = [...(ended.code === null ? [] : ['it was not ended']), ...standsAs(dir, before)];
  const sound = { CONTENT_DIR: env['CONTENT_DIR'] ?? '' };
  const next = await inProcess(dir, sound);
  return [
    ...first,
    ...(await judgeShown(situation, { env: sound, like: sound }, next)),
    ...leftovers(dir).map((name) => `${name} is left`),
  ];
}

/** Copies releases with all that a publish needs to take unchanged files over, and a spare that differs from the site. */
async function copyWithCache(from: string, dir: string): Promise<void> {
  // The times of files are kept to the nanosecond, by which a publish tells whether they have changed.
  execFileSync('cp', ['-a', from, dir]);
  const home = await realpath(dir);
  await copyFile(publishCacheFile(await realpath(from)), publishCacheFile(home));
  const spare = spareSite(home);
  await rm(path.dirname(spare), { recursive: true, force: true });
  await mkdir(path.dirname(spare), { recursive: true });
  await writeFile(path.join(path.dirname(spare), 'home.txt'), home);
  execFileSync('cp', ['-a', await realpath(live(dir)), spare]);
  await rm(path.join(spare, 'en'), { recursive: true });
  await writeFile(path.join(spare, 'gone.html'), 'A page of the former site.');
}

/**
 * Publishes under a fault into a new folder of releases, or into a copy of one that has a site already (`from`). What may
 * be rendered is rendered by a process of its own.
 */
export async function outcomeOf(fault: NamedFault, from: string | undefined): Promise<FaultOutcome> {
  const name = `faults/${slugOf(fault.name)}-${from === undefined ? 'first' : 'again'}`;
  const dir = `${await freshFolder(name)}/site`;
  if (from !== undefined && fault.isAfterEdit) await copyWithCache(from, dir);
  else if (from !== undefined) await cp(from, dir, { recursive: true, verbatimSymlinks: true });
  // That of the original, which nothing here touches.
  const before = from === undefined ? undefined : realpathSync(live(from));
  const arranged = await fault.arrange();
  try {
    const run = arranged.refused !== undefined && fault.kind !== 'machine' ? here : inProcess;
    const ended = await run(dir, arranged.env);
    const situation = { dir, before, isAfterEdit: fault.isAfterEdit ?? false };
    const stays = before === undefined ? 'nothing yet' : 'the previous site';
    if (arranged.refused !== undefined)
      return { served: stays, wrong: judgeRefused(situation, arranged, ended) };
    if (arranged.isKilled === true)
      return { served: `${stays}, then the new one`, wrong: await judgeKilled(situation, arranged, ended) };
    return { served: 'the right site', wrong: await judgeShown(situation, arranged, ended) };
  } finally {
    await arranged.close?.();
  }
}
