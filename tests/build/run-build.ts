/** Runs `npm run build` and others as a person or a workflow would: in a process and an environment of their own. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { deliveryToken, spaceId } from '../../packages/contentful-local/server.ts';
import type { ContentfulServer } from '../contentful/start';
import { guarded } from '@scripts/test/guarded';

/** Variables by name. */
export type Env = Readonly<Record<string, string>>;

/** The instant of every build that asks for no other. */
export const siteNow = '2026-11-25T12:00:00Z';

/** How a command ended. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Wall time, ms. */
  readonly duration: number;
}

/** Nothing of the tests' own environment but what a process needs to start: `NODE_ENV=test` would change a build. */
export function plainEnv(): Record<string, string> {
  return Object.fromEntries(
    ['PATH', 'HOME', 'TMPDIR'].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** A module that ends the process that renders, and no other; for `NODE_OPTIONS=--import …`. */
export const breakRendering =
  "data:text/javascript,if(process.argv[1]?.endsWith('page-process.ts'))throw(new(Error)('Out%20of%20paper'))";

/** Builds into `out`, from this checkout or the one in `cwd`. Without `SITE_NOW` among the variables it is `siteNow`. */
export function runBuild(out: string, env: Env, args: readonly string[] = [], cwd?: string): Promise<Run> {
  return runScript('build', ['--out', out, ...args], env, cwd);
}

/** Starts a program in a process group of its own, with what it prints in pipes. It ends with this process. */
export function startProgram(file: string, args: readonly string[], env: Env, cwd = '.') {
  return guarded(
    spawn(process.execPath, ['--import', 'tsx', file, ...args], {
      cwd,
      detached: true,
      env: { ...plainEnv(), SITE_NOW: siteNow, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
}

/** Runs a program to its end. */
export function runProgram(file: string, args: readonly string[], env: Env, cwd?: string): Promise<Run> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = startProgram(file, args, env, cwd);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr, duration: performance.now() - started }));
  });
}

/** Runs a command of `scripts/`: `('cms', ['check'], …)`, of this checkout or of the one in `cwd`. */
export const runScript = (name: string, args: readonly string[], env: Env, cwd?: string): Promise<Run> =>
  runProgram(`scripts/${name}.ts`, args, env, cwd);

let rendering = 0;
const waiting: (() => void)[] = [];

/** Builds that may render at once. A first one writes Astro's types, which others then find as they need them. */
const slots = () => (existsSync('.astro/content-assets.mjs') ? 2 : 1);

/**
 * Builds like `runBuild`, but no more at once than a small machine has processors. For builds that are expected to
 * render: those that stop before cost little. Rejects where the build fails.
 */
export async function runWholeBuild(out: string, env: Env, cwd?: string): Promise<Run> {
  while (rendering >= slots()) await new Promise<void>((resolve) => waiting.push(resolve));
  rendering += 1;
  try {
    const run = await runBuild(out, env, [], cwd);
    if (run.code !== 0) throw new Error(`The build into ${out} failed:\n${run.stdout}${run.stderr}`);
    return run;
  } finally {
    rendering -= 1;
    waiting.shift()?.();
  }
}

/** What a build that reads the stand-in is told. */
export function contentfulEnv(standIn: Pick<ContentfulServer, 'host'>): Env {
  return {
    CONTENTFUL_HOST: standIn.host,
    CONTENTFUL_SPACE_ID: spaceId,
    CONTENTFUL_DELIVERY_TOKEN: deliveryToken,
  };
}

/** The folders in which builds are at work. A build that ended, however it ended, has taken its own away. */
export function stagings(): string[] {
  try {
    return readdirSync('.local/build')
      .filter((name) => name.startsWith('run-'))
      .toSorted();
  } catch {
    return [];
  }
}
