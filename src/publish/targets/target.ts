import { mkdir, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { OperatorError } from '@/model/operator-error';
import { recover } from './swap';

/** The folder to build into can't be had, or holds something that must not be replaced. */
export class TargetError extends OperatorError {
  override readonly name = 'TargetError';
}

/** What every built site has: a folder with it may be replaced whole. */
const mark = 'index.html';

/** The absolute path of the folder to build into. A link is followed: what it leads to is what is served. */
export async function targetOf(outDir: string): Promise<string> {
  const absolute = path.resolve(outDir);
  return realpath(absolute).catch(() => absolute);
}

const isWithin = (inner: string, outer: string) => `${inner}${path.sep}`.startsWith(`${outer}${path.sep}`);

/**
 * The absolute path of the folder to build into (`targetOf`), its parent made. Rejects with a `TargetError` where a build would
 * replace something else than a site, or could not be put there by a rename from `workshop`.
 */
export async function prepareTarget(outDir: string, workshop: string): Promise<string> {
  const target = await targetOf(outDir);
  const ours = path.resolve(workshop);
  if (isWithin(ours, target) || isWithin(target, ours)) {
    throw new TargetError(
      `${target} is where builds work (${ours}). Give a folder of its own, such as dist.`,
    );
  }
  recover(target);
  const names: readonly string[] = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new TargetError(`${target} can’t be built into (${error.code ?? error.message}). Give a folder.`);
  });
  if (names.length > 0 && !names.includes(mark)) {
    throw new TargetError(
      `${target} holds other things than a site (it has no ${mark}), and a build would replace them all. ` +
        'Give a folder of its own, or empty this one.',
    );
  }
  const parent = path.dirname(target);
  await mkdir(parent, { recursive: true });
  await mkdir(workshop, { recursive: true });
  const here = await stat(workshop);
  // A folder may be another disk than the one that it is in, as where a container is given it from outside.
  const there = await Promise.all([stat(parent), stat(target).catch(() => here)]);
  if (there.some(({ dev }) => dev !== here.dev)) {
    throw new TargetError(
      `${target} is on another disk than ${ours}, so that a new site can’t take its place at once. ` +
        'Build into a folder on the same disk, then copy it.',
    );
  }
  return target;
}
