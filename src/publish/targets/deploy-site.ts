/** The last step of a build: a verified site, its manifest and what is saved about it go live together. */
import type { LastPublish } from '../incremental/last-publish';
import { keepSpare } from '../incremental/spare-site';
import { formatManifest, manifestFile, sha256, type Manifest } from './manifest';
import { stageFiles, type SavedFile } from './saved-files';
import type { DeployTarget } from './deploy-target';
import type { BuildWorkspace } from '../build/build-workspace';

interface DeployOptions {
  readonly target: DeployTarget;
  /** Its `staging` holds the verified site. */
  readonly workspace: BuildWorkspace;
  readonly hashes: Manifest;
  /** The last publish, of which files were taken over. */
  readonly last?: LastPublish | undefined;
  /** Creates the files to save outside the site, given the SHA-256 of the manifest. */
  readonly saved: (manifestHash: string) => readonly SavedFile[];
}

/**
 * Publishes the site of a workspace together with what is saved about it. Resolves to the SHA-256 of its
 * manifest. Rejects with the system's error; the live site is then unchanged.
 */
export async function deploySite({ target, workspace, saved, hashes, last }: DeployOptions) {
  const text = formatManifest(hashes);
  const manifestHash = sha256(text);
  // The manifest is committed last: if it exists, the others do too.
  const staged = await stageFiles([...saved(manifestHash), { file: manifestFile(target.noteFile), text }]);
  workspace.staged = staged;
  await target.receive?.(workspace.staging, hashes, (file, folder) =>
    last?.isLinked(file, folder) ? last.hashOf(file) : undefined,
  );
  workspace.former = target.goLive(staged.commit, workspace.staging);
  workspace.isPublished = true;
  // Only after the workspace knows it, so that it is removed where it can't be kept.
  const [former] = workspace.former;
  if (former !== undefined && keepSpare(target.home, former, workspace.folder))
    workspace.former = workspace.former.slice(1);
  return manifestHash;
}
