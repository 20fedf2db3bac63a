import { OperatorError } from '@/model/operator-error';
import { mkdir, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { recoverFromSwap } from './swap';

/** A file that every built site has: a folder with it may be replaced. */
const mark = 'index.html';

/** Returns the absolute path of the output folder. Links are followed: the target is what is served. */
export async function resolveTarget(outDir: string): Promise<string> {
  const absolute = path.resolve(outDir);
  return realpath(absolute).catch(() => absolute);
}

const isWithin = (inner: string, outer: string) => `${inner}${path.sep}`.startsWith(`${outer}${path.sep}`);

/**
 * Returns the absolute path of the output folder (`resolveTarget`) and creates its parent. Rejects with a
 * `OperatorError` if a build would replace anything but a site, or if a rename from `workspaces` isn't possible.
 */
export async function prepareTarget(outDir: string, workspaces: string): Promise<string> {
  const target = await resolveTarget(outDir);
  const ours = path.resolve(workspaces);
  if (isWithin(ours, target) || isWithin(target, ours)) {
    throw new OperatorError(
      `${target} is where builds work (${ours}). Give a folder of its own, such as dist.`,
    );
  }
  recoverFromSwap(target);
  const names: readonly string[] = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new OperatorError(`${target} can’t be built into (${error.code ?? error.message}). Give a folder.`);
  });
  if (names.length > 0 && !names.includes(mark)) {
    throw new OperatorError(
      `${target} holds other things than a site (it has no ${mark}), and a build would replace them all. ` +
        'Give a folder of its own, or empty this one.',
    );
  }
  const parent = path.dirname(target);
  await mkdir(parent, { recursive: true });
  await mkdir(workspaces, { recursive: true });
  const here = await stat(workspaces);
  // A folder may be on another disk than its parent, for example if it is mounted in a container.
  const there = await Promise.all([stat(parent), stat(target).catch(() => here)]);
  if (there.some(({ dev }) => dev !== here.dev)) {
    throw new OperatorError(
      `${target} is on another disk than ${ours}, so that a new site can’t take its place at once. ` +
        'Build into a folder on the same disk, then copy it.',
    );
  }
  return target;
}
