/** `npm run test:faults`: publishes over a live site under every fault of the machine, and judges what is served. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { copyFile, mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { publishCacheFile } from '@/publish/incremental/publish-cache';
import { spareSite } from '@/publish/incremental/spare-site';
import { differenceOf, freshFolder } from '../build/folders';
import { runScript, type Env, type Run } from '../build/run-build';
import { changeEntry, copyOfSmallContent, inLanguage, smallContent } from '../build/small-content';
import { machineFaults, type MachineFault } from './machine';

/** Faults that are tried at once: each keeps a processor busy. */
const lanes = 2;

const publishInto = (dir: string, env: Env): Promise<Run> => runScript('publish-local', ['--to', dir], env);

async function publishSound(name: string, env: Env): Promise<string> {
  const dir = `${await freshFolder(`faults/${name}`)}/site`;
  const { code, stderr } = await publishInto(dir, env);
  if (code !== 0) throw new Error(`What is to be compared with can’t be published:\n${stderr}`);
  return dir;
}

/** Folders of releases: of a site that is live before a fault, and of the one that has to come. */
interface Sites {
  readonly previous: string;
  readonly next: string;
}

/** Publishes the small content as it is, and with another text, so that the two sites can be told apart. */
async function publishSites(): Promise<Sites> {
  const content = await copyOfSmallContent('content/previous');
  await changeEntry(content, 'opportunities/relire-carnets', (fields) =>
    // A summary, which the search has too.
    inLanguage(fields, 'fr', { summary: 'Ce qui était en ligne auparavant.' }),
  );
  const [previous, next] = await Promise.all([
    publishSound('previous', { CONTENT_DIR: content }),
    publishSound('next', { CONTENT_DIR: smallContent }),
  ]);
  return { previous, next };
}

const live = (dir: string) => realpathSync(path.join(dir, 'current'));

/** Gives a copy of releases what a publish needs to take files over, and a spare that differs from the site. */
async function addCache(from: string, dir: string): Promise<void> {
  const home = await realpath(dir);
  await copyFile(publishCacheFile(await realpath(from)), publishCacheFile(home));
  const spare = spareSite(home);
  await rm(path.dirname(spare), { recursive: true, force: true });
  await mkdir(path.dirname(spare), { recursive: true });
  await writeFile(path.join(path.dirname(spare), 'home.txt'), home);
  execFileSync('cp', ['-a', live(dir), spare]);
  await rm(path.join(spare, 'en'), { recursive: true });
  await writeFile(path.join(spare, 'gone.html'), 'A page of the former site.');
}

function findLeftovers(dir: string): string[] {
  const releases = path.join(dir, 'releases');
  return [...readdirSync(dir), ...(existsSync(releases) ? readdirSync(releases) : [])]
    .filter((name) => /partial|\.new$/.test(name))
    .map((name) => `${name} is left`);
}

/** What isn't as it must be after a publish that succeeded. */
function judgePublished(dir: string, next: string, { isAfterEdit }: MachineFault, run: Run): string[] {
  if (run.code !== 0) return [`it was not published: ${run.stderr}`];
  const difference = differenceOf(live(next), live(dir));
  return [
    ...(difference === undefined ? [] : [difference]),
    ...(!isAfterEdit || / pages were rendered, and \d+ stay /.test(run.stdout)
      ? []
      : ['it made everything again']),
  ];
}

/** Publishes under a fault over a copy of a live site. Resolves to what isn't as it must be. */
async function tryFault(fault: MachineFault, { previous, next }: Sites): Promise<string[]> {
  const dir = `${await freshFolder(`faults/${fault.name.replaceAll(' ', '-')}`)}/site`;
  // The times of files are kept to the nanosecond, by which a publish tells whether they have changed.
  execFileSync('cp', ['-a', previous, dir]);
  if (fault.isAfterEdit) await addCache(previous, dir);
  const run = await publishInto(dir, fault.env);
  const said = run.stdout + run.stderr;
  const unsaid = fault.says
    .filter((words) => !said.includes(words))
    .map((words) => `it doesn’t say ${words}`);
  if (fault.ends === 'published') return [...unsaid, ...judgePublished(dir, next, fault, run)];
  const difference = differenceOf(live(previous), live(dir));
  const wrong = [
    ...unsaid,
    ...(run.code === (fault.ends === 'killed' ? null : 1) ? [] : [`the exit code is ${run.code}`]),
    ...(difference === undefined ? [] : [`the previous site has changed: ${difference}`]),
  ];
  if (fault.ends === 'refused') return [...wrong, ...findLeftovers(dir)];
  const after = await publishInto(dir, { CONTENT_DIR: smallContent });
  return [...wrong, ...judgePublished(dir, next, fault, after), ...findLeftovers(dir)];
}

/** What is served in the end, where all is well. */
const served = {
  refused: 'the previous site',
  killed: 'the previous site, then the new one',
  published: 'the new site',
};

/** Tries the faults whose name contains `part`, prints a line for each, and resolves to the number of wrong things. */
export async function runFaults(part: string, print: (line: string) => void): Promise<number> {
  const chosen = machineFaults.filter(({ name }) => name.includes(part));
  const sites = await publishSites();
  const width = Math.max(...chosen.map(({ name }) => name.length));
  let wrong = 0;
  const queue = chosen.values();
  const work = async () => {
    for (const fault of queue) {
      const found = await tryFault(fault, sites).catch((error: unknown) => [String(error)]);
      wrong += found.length;
      print(`${fault.name.padEnd(width)}  ${found.length === 0 ? served[fault.ends] : 'WRONG'}`);
      for (const reason of found) print(`  ${reason}`);
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
  print(`\n${chosen.length} faults, ${wrong} wrong.`);
  return wrong;
}
