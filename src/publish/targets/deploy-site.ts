/** The last step of a build: a verified site, its manifest and its notes go live together. */
import { precompress } from '../hosts/compress';
import { formatManifest, manifestFile, sha256 } from './manifest';
import { stageNotes, type BuildNote } from './notes';
import type { DeployTarget } from './deploy-target';
import type { BuildWorkspace } from '../build/build-workspace';

export interface DeployOptions {
  readonly target: DeployTarget;
  /** Its `staging` holds the verified site. */
  readonly workspace: BuildWorkspace;
  /** SHA-256 of its files, by path (`/en/index.html`). */
  readonly hashes: ReadonlyMap<string, string>;
  /** Creates the notes, given the SHA-256 of the manifest. */
  readonly notes: (manifestHash: string) => readonly BuildNote[];
}

/**
 * Publishes the site of a workspace together with its notes. Rejects with the system's error; the live site is then
 * unchanged.
 */
export async function deploySite({ target, workspace, notes, hashes }: DeployOptions): Promise<void> {
  const { staging } = workspace;
  const manifest = new Map([...hashes].map(([file, hash]) => [file.slice(1), hash]));
  if (target.isCompressed)
    await precompress(staging, 'gz', { onFile: (name, content) => manifest.set(name, sha256(content)) });
  const text = formatManifest(manifest);
  // The manifest is committed last: if it exists, the notes do too.
  const staged = await stageNotes([...notes(sha256(text)), { file: manifestFile(target.noteFile), text }]);
  workspace.notes = staged;
  await target.receive(staging, manifest);
  workspace.former = target.goLive(staged.commit);
  workspace.isPublished = true;
}
