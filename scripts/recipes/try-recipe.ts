/** Makes a recipe's change on a copy of the project, builds the copy, and looks for the change in the built site. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, glob, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { ProjectCopy } from './project-copy';
import type { Recipe } from './recipe';

/** A small content in three languages, which builds in a few seconds. */
const smallContent = 'scripts/local/contentful/fixture';

/** The result of a recipe. */
export interface RecipeResult {
  readonly name: string;
  readonly maxFiles: number;
  /** The files that were created or changed. */
  readonly files: readonly string[];
  /** The reason why the change isn't in the built site; undefined if it is, or if nothing was built. */
  readonly fault: string | undefined;
}

/** Creates a copy in `root` and makes the change. Throws if the recipe no longer fits the code. */
export async function applyRecipe(recipe: Recipe, root: string): Promise<ProjectCopy> {
  const copy = await ProjectCopy.create(root);
  await rm(path.join(root, 'content'), { recursive: true });
  await cp(smallContent, path.join(root, 'content'), { recursive: true });
  await recipe.change(copy);
  return copy;
}

/** Applies a recipe in the folder `root` and builds the site there. */
export async function tryRecipe(recipe: Recipe, root: string): Promise<RecipeResult> {
  const { name, maxFiles } = recipe;
  const copy = await applyRecipe(recipe, root);
  return { name, maxFiles, files: copy.changed, fault: await findFault(recipe, root) };
}

async function findFault({ env, shows: { file, text } }: Recipe, root: string): Promise<string | undefined> {
  const { code, output } = await runBuild(root, env ?? {});
  if (code !== 0) return `The build failed:\n${output}`;
  const dist = path.join(root, 'dist');
  const files = await Array.fromAsync(glob(file, { cwd: dist }));
  if (files.length === 0) return `The site has no ${file}.`;
  const texts = await Promise.all(files.map((name) => readFile(path.join(dist, name), 'utf8')));
  return texts.some((built) => built.includes(text)) ? undefined : `${file} doesn’t show “${text}”.`;
}

/** Builds with no more of the environment than a process needs. */
async function runBuild(
  root: string,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number; readonly output: string }> {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/build.ts', '--out', 'dist'], {
    cwd: root,
    env: { PATH, HOME, CONTENT_SOURCE: 'files', SITE_NOW: '2026-11-25T12:00:00Z', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const [code] = (await once(child, 'close')) as [number];
  return { code, output };
}
