/** The last step of a build: a verified site, its manifest and its notes go live together. */
import { precompress } from '../hosts/compress';
import { linkFiles } from '../incremental/kept-files';
import type { LastPublish } from '../incremental/last-publish';
import { formatManifest, manifestFile, sha256, type Manifest } from './manifest';
import { stageNotes, type BuildNote } from './notes';
import type { DeployTarget } from './deploy-target';
import type { BuildWorkspace } from '../build/build-workspace';

export interface DeployOptions {
  readonly target: DeployTarget;
  /** Its `staging` holds the verified site. */
  readonly workspace: BuildWorkspace;
  /** SHA-256 of its files, by path (`/en/index.html`). */
  readonly hashes: ReadonlyMap<string, string>;
  /** Files among them that were taken over from the last site, where they exist compressed as well. */
  readonly kept?: { readonly files: ReadonlySet<string>; readonly last: LastPublish };
  /** Creates the notes, given the SHA-256 of the manifest. */
  readonly notes: (manifestHash: string) => readonly BuildNote[];
}

export interface DeployedSite {
  readonly manifest: Manifest;
  /** SHA-256 of the manifest's text. */
  readonly manifestHash: string;
}

/**
 * Publishes the site of a workspace together with its notes. Rejects with the system's error; the live site is then
 * unchanged.
 */
export async function deploySite(options: DeployOptions): Promise<DeployedSite> {
  const { target, workspace, notes, hashes } = options;
  const { staging } = workspace;
  const manifest = new Map([...hashes].map(([file, hash]) => [file.slice(1), hash]));
  if (target.isCompressed) await compressSite(options, manifest);
  const text = formatManifest(manifest);
  const manifestHash = sha256(text);
  // The manifest is committed last: if it exists, the notes do too.
  const staged = await stageNotes([...notes(manifestHash), { file: manifestFile(target.noteFile), text }]);
  workspace.notes = staged;
  await target.receive(staging, manifest);
  workspace.former = target.goLive(staged.commit);
  workspace.isPublished = true;
  return { manifest, manifestHash };
}

/** Adds the compressed files of a site, also to its manifest. Those of kept files are kept. */
async function compressSite(
  { workspace: { staging }, kept }: DeployOptions,
  manifest: Map<string, string>,
): Promise<void> {
  const packed = new Map<string, string>();
  for (const file of kept?.files ?? []) {
    const hash = kept?.last.hashOf(`${file}.gz`);
    if (hash !== undefined) packed.set(`${file}.gz`, hash);
  }
  if (kept) await linkFiles(kept.last, staging, packed.keys());
  for (const [file, hash] of packed) manifest.set(file.slice(1), hash);
  await precompress(staging, 'gz', {
    isIncluded: (name) => !packed.has(`/${name}.gz`),
    onFile: (name, content) => manifest.set(name, sha256(content)),
  });
}
