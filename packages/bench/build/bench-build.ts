/** Generates content, builds it with `npm run build`, and prints time and memory. */
import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, totalmem } from 'node:os';
import path from 'node:path';
import { cacheFolder, type CacheName } from '@/cache/cached';
import type { Environment } from '@/config/environment';
import { spareSite } from '@/publish/incremental/spare-site';
import { manifestFile, parseManifest, type Manifest } from '@/publish/targets/manifest';
import { noteFiles, publishedNoteFile } from '@/publish/targets/published-site';
import { generateContent } from '../content/generate-content';
import { benchNow } from '../content/setting';
import { contentChanges } from './content-changes';
import { findScriptProgram, measureCommand, type TimedLine } from './measure-command';
import { measureFolder } from './measure-folder';
import { printBuilds, reportBeginning, type BuildRun } from './print-builds';
import { canReadProcesses } from './process-tree';

type Print = (line: string) => void;

const workDir = '.local/bench';
const siteDir = `${workDir}/dist`;

/** Variables of the environment that configure a build. They would make figures differ between machines. */
const buildVariables = /^(?:CONTENT|FORMS|SITE_|OV_)/;

async function listCached(...kinds: readonly CacheName[]): Promise<string[]> {
  const names = await readdir(cacheFolder).catch(() => []);
  return names.filter((name) => kinds.some((kind) => name.startsWith(`${kind}-`)));
}

/** Prints the lines of a build up to its content report, each with its time. */
function createNarrator(print: Print) {
  let isReporting = false;
  return ({ at, text }: TimedLine) => {
    isReporting ||= text.startsWith(reportBeginning);
    if (!isReporting && text.trim() !== '') print(`${(at / 1000).toFixed(1).padStart(7)} s  ${text}`);
  };
}

/** The hashes of the published files by path; empty where nothing was published. */
async function readHashes(): Promise<Manifest> {
  const file = manifestFile(publishedNoteFile(path.resolve(siteDir)));
  return parseManifest(await readFile(file, 'utf8').catch(() => '')) ?? new Map();
}

async function buildOnce(name: string, env: Environment, print: Print): Promise<BuildRun> {
  const before = await readHashes();
  const pictures = await listCached('picture');
  const shares = await listCached('share');
  const program = findScriptProgram('scripts/build.ts', '--out', siteDir);
  const measured = await measureCommand(program, env, createNarrator(print));
  const after = await readHashes();
  return {
    name,
    measured,
    filesChanged: [...after].filter(([file, hash]) => before.get(file) !== hash).length,
    site: await measureFolder(siteDir),
    picturesMade: (await listCached('picture')).length - pictures.length,
    sharesMade: (await listCached('share')).length - shares.length,
  };
}

function describeMachine(): string {
  const load = loadavg()[0] ?? 0;
  const busy = load > 0.5 ? ` Others are at work here (load ${load.toFixed(1)}): expect worse figures.` : '';
  const gigabytes = (totalmem() / 1e9).toFixed(0);
  return `Node ${process.version}, ${availableParallelism()} cores, ${gigabytes} GB.${busy}`;
}

/** Brings the content of a size, or a copy of the sample, which changes would change. Resolves to its folder. */
async function prepareContent(size: number | undefined, print: Print): Promise<string> {
  const content = `${workDir}/content-${size ?? 'sample'}`;
  if (size === undefined) {
    await rm(content, { recursive: true, force: true });
    await cp('content', content, { recursive: true });
  } else {
    print(`Generating ${size} opportunities into ${content}`);
    await generateContent(content, { opportunities: size }, print);
  }
  return content;
}

/**
 * Removes the last site and all that is known of it. The first build would have to remove it, which takes seconds, and would
 * make redirects from the addresses of other generated content.
 */
async function forgetLastSite(): Promise<void> {
  for (const folder of [siteDir, spareSite(path.resolve(siteDir))])
    await rm(folder, { recursive: true, force: true });
  for (const file of noteFiles(publishedNoteFile(path.resolve(siteDir)))) await rm(file, { force: true });
}

/** Builds a folder of content, once and after each change. Resolves to what each build took. */
async function measureBuilds(content: string, changes: boolean, env: Environment, print: Print) {
  const own = { ...env, CONTENT_SOURCE: 'files', CONTENT_DIR: content };
  const runs = [await buildOnce('everything', own, print)];
  for (const change of changes ? contentChanges : []) {
    print(`Build after a change: ${change.name}`);
    await change.apply(content);
    runs.push(await buildOnce(change.name, { ...own, ...change.env }, print));
  }
  return runs;
}

export interface BenchBuildOptions {
  /** The number of opportunities to generate; undefined for the sample content. */
  readonly size: number | undefined;
  /** Also builds after each of some changes of the content. */
  readonly changes: boolean;
  /** Empties the caches, so that the first build makes every picture and sheet. */
  readonly freshPictures: boolean;
}

/** Generates content if a size is given, builds it and prints the table. Rejects with a `BenchError`. */
export async function benchBuild(
  { size, changes, freshPictures }: BenchBuildOptions,
  env: Environment,
  print: Print,
): Promise<void> {
  print(describeMachine());
  if (freshPictures)
    for (const name of await listCached('picture', 'share')) await rm(path.join(cacheFolder, name));
  const kept = Object.entries(env).filter(([name]) => !buildVariables.test(name));
  const clean = { ...Object.fromEntries(kept), SITE_NOW: benchNow };
  const content = await prepareContent(size, print);
  await forgetLastSite();
  try {
    printBuilds(size ?? 'sample', await measureBuilds(content, changes, clean, print), print);
  } finally {
    await rm(content, { recursive: true, force: true });
    await rm(siteDir, { recursive: true, force: true });
  }
  print('');
  print(
    canReadProcesses
      ? 'Memory is that of the build and all that it starts, five times a second; what they share counts once.'
      : 'Memory and processor time are measured on Linux only.',
  );
}
