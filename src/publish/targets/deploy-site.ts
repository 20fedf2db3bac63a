/** The last step of a build: a verified site, its manifest and what is saved about it go live together. */
import type { LastPublish } from '../incremental/last-publish';
import { keepSpare } from '../incremental/spare-site';
import { formatManifest, manifestFile, sha256 } from './manifest';
import { stageFiles, type SavedFile } from './saved-files';
import type { DeployTarget } from './deploy-target';
import type { BuildWorkspace } from '../build/build-workspace';

interface DeployOptions {
  readonly target: DeployTarget;
  /** Its `staging` holds the verified site. */
  readonly workspace: BuildWorkspace;
  /** SHA-256 of its files, by path (`/en/index.html`). */
  readonly hashes: ReadonlyMap<string, string>;
  /** The last publish, of which files were taken over. */
  readonly last?: LastPublish | undefined;
  /** Creates the files to save outside the site, given the SHA-256 of the manifest. */
  readonly saved: (manifestHash: string) => readonly SavedFile[];
}

/**
 * Publishes the site of a workspace together with what is saved about it. Resolves to its manifest, and the SHA-256 of
 * that. Rejects with the system's error; the live site is then unchanged.
 */
export async function deploySite({ target, workspace, saved, hashes, last }: DeployOptions) {
  const manifest = new Map([...hashes].map(([file, hash]) => [file.slice(1), hash]));
  const text = formatManifest(manifest);
  const manifestHash = sha256(text);
  // The manifest is committed last: if it exists, the others do too.
  const staged = await stageFiles([...saved(manifestHash), { file: manifestFile(target.noteFile), text }]);
  workspace.staged = staged;
  await target.receive(workspace.staging, manifest, (name, folder) =>
    last?.isLinked(`/${name}`, folder) ? last.hashOf(`/${name}`) : undefined,
  );
  workspace.former = target.goLive(staged.commit);
  workspace.isPublished = true;
  // Only after the workspace knows it, so that it is removed where it can't be kept.
  const [former] = workspace.former;
  if (former !== undefined && keepSpare(target.home, former, workspace.folder))
    workspace.former = workspace.former.slice(1);
  return { manifest, manifestHash };
}
