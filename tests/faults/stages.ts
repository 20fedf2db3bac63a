/** A publish meets a fault of the machine at each of its stages (`machine.ts`). */
import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { copyFile, mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { publishCacheFile } from '@/publish/incremental/last-publish';
import { spareSite } from '@/publish/incremental/spare-site';
import { differenceOf, freshFolder } from '../build/folders';
import { runScript, type Env, type Run } from '../build/run-build';
import { changeEntry, copyOfSmallContent, inLanguage, smallContent } from '../build/small-content';
import { machineFaults, type MachineFault } from './machine';
import { findLeftovers, type Trial } from './trial';

export const publishInto = (dir: string, env: Env): Promise<Run> =>
  runScript('publish-local', ['--to', dir], env);

/** Publishes into a new folder of releases, which it resolves to. */
export async function publishSound(name: string, env: Env): Promise<string> {
  const dir = `${await freshFolder(`faults/${name}`)}/site`;
  const { code, stderr } = await publishInto(dir, env);
  if (code !== 0) throw new Error(`What is to be compared with can’t be published:\n${stderr}`);
  return dir;
}

export const liveSite = (dir: string) => realpathSync(path.join(dir, 'current'));

/** A copy of a folder of releases, with the times of its files, by which a publish tells whether they have changed. */
export async function copySite(from: string, name: string): Promise<string> {
  const dir = `${await freshFolder(`faults/${name.replaceAll(' ', '-')}`)}/site`;
  execFileSync('cp', ['-a', from, dir]);
  return dir;
}

/** Gives a copy what a publish needs to take unchanged files over. */
export async function addCache(from: string, dir: string): Promise<void> {
  await copyFile(publishCacheFile(await realpath(from)), publishCacheFile(await realpath(dir)));
}

/** Gives a copy a spare that differs from the site. */
async function addSpare(dir: string): Promise<void> {
  const home = await realpath(dir);
  const spare = spareSite(home);
  await rm(spare, { recursive: true, force: true });
  await mkdir(path.dirname(spare), { recursive: true });
  execFileSync('cp', ['-al', liveSite(dir), spare]);
  await rm(path.join(spare, 'en'), { recursive: true });
  await writeFile(path.join(spare, 'gone.html'), 'A page of the former site.');
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
    publishSound('previous', { CONTENT_DIR: smallContent }),
    publishSound('next', { CONTENT_DIR: smallContent }),
  ]);
  // The second release is apart from the first, so that the next one may share its files.
  await publishInto(previous, { CONTENT_DIR: content });
  return { previous, next };
}

/** What isn't as it must be after a publish that succeeded. */
function judgePublished(dir: string, next: string, { isAfterEdit }: MachineFault, run: Run): string[] {
  if (run.code !== 0) return [`it was not published: ${run.stderr}`];
  const difference = differenceOf(liveSite(next), liveSite(dir));
  return [
    ...(difference === undefined ? [] : [difference]),
    ...(!isAfterEdit || / pages were rendered, and \d+ stay /.test(run.stdout)
      ? []
      : ['it made everything again']),
  ];
}

/** Publishes under a fault over a copy of a live site. */
async function tryFault(fault: MachineFault, { previous, next }: Sites): Promise<string[]> {
  const dir = await copySite(previous, fault.name);
  if (fault.isAfterEdit) {
    await addCache(previous, dir);
    await addSpare(dir);
  }
  const run = await publishInto(dir, fault.env);
  const said = run.stdout + run.stderr;
  const unsaid = fault.says
    .filter((words) => !said.includes(words))
    .map((words) => `it doesn’t say ${words}`);
  if (fault.ends === 'published') return [...unsaid, ...judgePublished(dir, next, fault, run)];
  const difference = differenceOf(liveSite(previous), liveSite(dir));
  const wrong = [
    ...unsaid,
    ...(run.code === (fault.ends === 'killed' ? null : 1) ? [] : [`the exit code is ${run.code}`]),
    ...(difference === undefined ? [] : [`the previous site has changed: ${difference}`]),
  ];
  if (fault.ends === 'refused') return [...wrong, ...findLeftovers(dir)];
  const after = await publishInto(dir, { CONTENT_DIR: smallContent });
  return [...wrong, ...judgePublished(dir, next, fault, after), ...findLeftovers(dir)];
}

const served = {
  refused: 'the previous site',
  killed: 'the previous site, then the new one',
  published: 'the new site',
};

export function prepareStages(): Trial[] {
  let sites: Promise<Sites> | undefined;
  return machineFaults.map((fault) => ({
    name: fault.name,
    served: served[fault.ends],
    run: async () => tryFault(fault, await (sites ??= publishSites())),
  }));
}
