import { mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { OperatorError } from '@/model/operator-error';

/** The folder to build into can't be had, or holds something that must not be replaced. */
export class TargetError extends OperatorError {
  override readonly name = 'TargetError';
}

/** What every built site has: a folder with it may be replaced whole. */
const mark = 'index.html';

/**
 * The absolute path of the folder to build into, its parent made. Rejects with a `TargetError` where a build would
 * replace something else than a site, or could not be put there by a rename from `workshop`.
 */
export async function prepareTarget(outDir: string, workshop: string): Promise<string> {
  const target = path.resolve(outDir);
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
  const [there, here] = await Promise.all([stat(parent), stat(workshop)]);
  if (there.dev !== here.dev) {
    throw new TargetError(
      `${target} is on another disk than ${path.resolve(workshop)}, so that a new site can’t take its place at once. ` +
        'Build into a folder on the same disk, then copy it.',
    );
  }
  return target;
}
