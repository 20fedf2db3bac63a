/** The folder of one build, which is always removed afterwards. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Progress } from '@/sources/source';
import { onInterrupt } from '@/terminal/interrupt';
import type { StagedFiles } from '../targets/saved-files';
import type { DeployTarget } from '../targets/deploy-target';
import { createWorkspaceFolder } from './workspace-folder';

export type BuildWorkspace = Awaited<ReturnType<typeof openBuildWorkspace>>;

/** Opens the workspace of a build for a deploy target. It is also closed if the process is told to end. */
export async function openBuildWorkspace(target: Pick<DeployTarget, 'discard'>, progress: Progress) {
  const work = path.resolve(await createWorkspaceFolder());
  const within = (name: string) => path.join(work, name);
  // Synchronous, so that the build can't write in between; `rmSync` retries if a file is being written.
  const clear = () => {
    workspace.staged?.discard();
    target.discard();
    for (const name of [work, ...workspace.former])
      rmSync(name, { recursive: true, force: true, maxRetries: 20, retryDelay: 10 });
  };
  const release = onInterrupt(() => {
    clear();
    progress(
      workspace.isPublished
        ? 'Interrupted; the new site is published.'
        : 'Interrupted; nothing was published.',
    );
    // What was being written meanwhile.
  }, clear);
  const workspace = {
    folder: work,
    /** The folder of the site. */
    staging: within('site'),
    snapshot: within('snapshot.json'),
    /** Files outside the site that are committed when it goes live. */
    staged: undefined as StagedFiles | undefined,
    /** Folders and files to remove once the site is live. */
    former: [] as readonly string[],
    isPublished: false,
    /** Removes the workspace and `former`. */
    close: (): void => {
      clear();
      release();
    },
  };
  return workspace;
}
