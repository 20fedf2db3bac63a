/** `npm run bench -- build`: generates content, builds it with `npm run build`, and prints time and memory. */
import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, totalmem } from 'node:os';
import path from 'node:path';
import type { Environment } from '@/config/environment';
import { OperatorError } from '@/model/operator-error';
import { cacheFolder, type CacheName } from '@/cache/cached';
import { spareSite } from '@/publish/incremental/spare-site';
import { manifestFile, parseManifest, type Manifest } from '@/publish/targets/manifest';
import { noteFiles, publishedNoteFile } from '@/publish/targets/published-site';
import { choosePort } from '../../local/listen';
import { benchHugo, formatHugo } from './bench-hugo';
import { benchLive } from './bench-live';
import { contentChanges } from './content-changes';
import { measureFolder } from './measure-folder';
import { generateContent } from '../content/generate-content';
import { measureCommand, type TimedLine } from './measure-command';
import { canReadProcesses } from './process-tree';
import { findScriptProgram } from '../script-program';
import { benchNow } from '../content/setting';
import { isReportStart } from './find-stages';
import { startStandInProcess } from './stand-in';
import { formatBuildTable, type BuildRun } from './format-build-table';
import { formatGrowth, type SizeRuns } from './format-growth';

export interface BenchBuildOptions {
  /** The numbers of opportunities to generate, one site after another; empty for the sample content. */
  readonly sizes: readonly number[];
  readonly source: 'files' | 'contentful';
  /** The number of builds. The content is generated once. */
  readonly runs: number;
  /** Empties the caches, so that the first build makes every picture and sheet. */
  readonly freshPictures: boolean;
  /** Also builds after each of some changes of the generated content. */
  readonly changes: boolean;
  /** Instead, measures `runs` saves until they are live. */
  readonly live: boolean;
  /** Saves in the local editor, and measures until its form shows it. */
  readonly editor: boolean;
  /** Also builds the opportunities of each size with Hugo and Pagefind, where hugo is installed. */
  readonly hugo: boolean;
  /** Leaves the content and the last site where they are. */
  readonly keep: boolean;
}

/** The measured build failed. The message contains its last lines. */
class BenchBuildError extends OperatorError {
  override readonly name = 'BenchError';
}

type Print = (line: string) => void;

const workDir = '.local/bench';
const siteDir = `${workDir}/dist`;

/** After so long without a line of the build it prints a sign of life, ms. */
const silenceMs = 10_000;

/** Variables of the environment that configure a build. They would make figures differ between machines. */
const buildVariables = /^(?:CONTENT|FORMS|SITE_|OV_)/;

/** Returns the environment without the variables that configure a build. */
export function cleanEnvironment(env: Environment): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !buildVariables.test(name)));
}

/** Counts what is cached of a kind. */
async function countCached(kind: CacheName): Promise<number> {
  const names = await readdir(cacheFolder).catch(() => []);
  return names.filter((name) => name.startsWith(`${kind}-`)).length;
}

/** Prints the lines of a build up to its content report, and a sign of life after a long pause. */
function createNarrator(print: Print) {
  const started = performance.now();
  let reporting = false;
  let lastSaid = started;
  const say = (at: number, text: string) => {
    lastSaid = performance.now();
    print(`${(at / 1000).toFixed(1).padStart(7)} s  ${text}`);
  };
  const timer = setInterval(() => {
    const now = performance.now();
    if (now - lastSaid >= silenceMs) say(now - started, '…');
  }, silenceMs / 4);
  return {
    onLine: ({ at, text }: TimedLine) => {
      reporting ||= isReportStart(text);
      if (!reporting && text.trim() !== '') say(at, text);
    },
    stop: () => {
      clearInterval(timer);
    },
  };
}

/** The hashes of the published files by path; empty where nothing was published. */
async function readHashes(): Promise<Manifest> {
  const file = manifestFile(publishedNoteFile(path.resolve(siteDir)));
  return parseManifest(await readFile(file, 'utf8').catch(() => '')) ?? new Map();
}

async function buildOnce(name: string, env: Environment, print: Print): Promise<BuildRun> {
  const before = await readHashes();
  const cached = await countCached('picture');
  const cachedShares = await countCached('share');
  const narrator = createNarrator(print);
  const command = { ...findScriptProgram('scripts/build.ts', ['--out', siteDir]), env };
  const measured = await measureCommand(command, narrator.onLine).finally(narrator.stop);
  if (measured.exitCode !== 0) {
    const said = measured.lines.slice(-40).map(({ text }) => text);
    throw new BenchBuildError(
      ['The build failed, so there is nothing to measure. It said:', ...said].join('\n'),
    );
  }
  const after = await readHashes();
  return {
    name,
    measured,
    filesChanged: [...after].filter(([file, hash]) => before.get(file) !== hash).length,
    site: await measureFolder(siteDir),
    index: await measureFolder(path.join(siteDir, 'pagefind')),
    picturesMade: (await countCached('picture')) - cached,
    sharesMade: (await countCached('share')) - cachedShares,
  };
}

function describeMachine(): string {
  const load = loadavg()[0] ?? 0;
  const busy = load > 0.5 ? ` Others are at work here (load ${load.toFixed(1)}): expect worse figures.` : '';
  const gigabytes = (totalmem() / 1e9).toFixed(0);
  return `Node ${process.version}, ${availableParallelism()} cores, ${gigabytes} GB.${busy}`;
}

/** Generates content with so many opportunities. Resolves to its folder. */
async function generateInto(opportunities: number, print: Print): Promise<string> {
  const content = `${workDir}/content-${opportunities}`;
  print(`Generating ${opportunities} opportunities into ${content}`);
  const entries = await generateContent(content, { opportunities }, print);
  print(`Generated ${entries} entries.`);
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

async function emptyPictureCaches(): Promise<void> {
  for (const name of await readdir(cacheFolder).catch(() => []))
    if (/^(?:picture|share)-/.test(name)) await rm(path.join(cacheFolder, name), { force: true });
}

/** Measures saves until they are live. */
async function measureSaves(
  generated: string | undefined,
  { runs, editor, keep }: BenchBuildOptions,
  env: Environment,
  print: Print,
): Promise<void> {
  const copy = generated ?? `${workDir}/content-sample`;
  if (generated === undefined) await cp('content', copy, { recursive: true });
  const port = await choosePort(0);
  const dir = `${workDir}/releases`;
  const editorPorts = editor ? ([await choosePort(0), await choosePort(0)] as const) : undefined;
  await benchLive({ content: copy, dir, port, saves: runs, editorPorts, env, print }).finally(() =>
    keep ? undefined : rm(copy, { recursive: true, force: true }),
  );
}

/** Builds a folder of content as often as the options say. Resolves to what each build took. */
async function measureBuilds(
  content: string,
  { source, runs: count, changes }: BenchBuildOptions,
  env: Environment,
  print: Print,
): Promise<BuildRun[]> {
  const standIn = source === 'contentful' ? await startStandInProcess(content, env, print) : undefined;
  const own = standIn?.env ?? { CONTENT_SOURCE: 'files', CONTENT_DIR: content };
  try {
    const runs: BuildRun[] = [];
    for (let run = 1; run <= count; run++) {
      print(`Build ${run} of ${count}, from ${source}`);
      runs.push(await buildOnce(String(run), { ...env, ...own }, print));
    }
    for (const change of changes ? contentChanges : []) {
      print(`Build after a change: ${change.name}`);
      await change.apply(content);
      runs.push(await buildOnce(change.name, { ...env, ...own, ...change.env }, print));
    }
    return runs;
  } finally {
    await standIn?.close();
  }
}

/** Measures one size and prints its table. Resolves to its builds. */
async function measureSize(
  size: number | undefined,
  options: BenchBuildOptions,
  env: Environment,
  print: Print,
): Promise<BuildRun[]> {
  const generated = size === undefined ? undefined : await generateInto(size, print);
  const content = generated ?? 'content';
  await forgetLastSite();
  if (options.live) {
    await measureSaves(generated, options, env, print);
    return [];
  }
  try {
    // Hugo comes first, since the changes would give it other content.
    const hugo =
      options.hugo && size !== undefined ? await benchHugo(content, workDir, env, print) : undefined;
    const runs = await measureBuilds(content, options, env, print);
    print('');
    for (const line of formatBuildTable(size ?? 'sample', runs)) print(line);
    if (hugo && runs[0]) for (const line of formatHugo(hugo, runs[0])) print(line);
    print('');
    return runs;
  } finally {
    if (options.keep) {
      print(`Kept: ${content} and ${siteDir}`);
    } else {
      if (generated !== undefined) await rm(generated, { recursive: true, force: true });
      await rm(siteDir, { recursive: true, force: true });
    }
  }
}

/** Generates content if sizes are given, builds it and prints the tables. Rejects with a `BenchBuildError`. */
export async function benchBuild(options: BenchBuildOptions, env: Environment, print: Print): Promise<void> {
  print(describeMachine());
  if (options.freshPictures) await emptyPictureCaches();
  const clean = { ...cleanEnvironment(env), SITE_NOW: benchNow };
  const bySize: SizeRuns[] = [];
  for (const size of options.sizes.length > 0 ? options.sizes : [undefined]) {
    const runs = await measureSize(size, options, clean, print);
    if (size !== undefined && runs.length > 0) bySize.push({ size, runs });
  }
  for (const line of formatGrowth(bySize)) print(line);
  if (options.live) return;
  print(
    canReadProcesses
      ? 'Memory is that of the build and all that it starts, five times a second; what they share counts once.'
      : 'Memory and processor time are measured on Linux only.',
  );
}
