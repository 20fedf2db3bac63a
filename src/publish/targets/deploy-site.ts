/** The last step of a build: a verified site, its manifest and what is saved about it go live together. */
import { compressedPaths, precompress, servedCompressions } from '../hosts/compress';
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
  /** True for a file (`/en/index.html`) that may be published in compressed form too; any by default. */
  readonly isCompressible?: (file: string) => boolean;
  /** Files among them that were taken over from the last site; in the staging folder as well where they are compressed. */
  readonly kept?: { readonly files: ReadonlySet<string>; readonly last: LastPublish };
  /** Creates the files to save outside the site, given the SHA-256 of the manifest. */
  readonly saved: (manifestHash: string) => readonly SavedFile[];
}

/**
 * Publishes the site of a workspace together with what is saved about it. Resolves to its manifest, and the SHA-256 of
 * that. Rejects with the system's error; the live site is then unchanged.
 */
export async function deploySite(options: DeployOptions) {
  const { target, workspace, saved, hashes, kept } = options;
  const { staging } = workspace;
  const manifest = new Map([...hashes].map(([file, hash]) => [file.slice(1), hash]));
  if (target.isCompressed) await compressSite(options, manifest);
  const text = formatManifest(manifest);
  const manifestHash = sha256(text);
  // The manifest is committed last: if it exists, the others do too.
  const staged = await stageFiles([...saved(manifestHash), { file: manifestFile(target.noteFile), text }]);
  workspace.staged = staged;
  await target.receive(staging, manifest, (name, folder) =>
    kept?.last.isLinked(`/${name}`, folder) ? kept.last.hashOf(`/${name}`) : undefined,
  );
  workspace.former = target.goLive(staged.commit);
  workspace.isPublished = true;
  // Only after the workspace knows it, so that it is removed where it can't be kept.
  const [former] = workspace.former;
  if (former !== undefined && keepSpare(target.home, former, workspace.folder))
    workspace.former = workspace.former.slice(1);
  return { manifest, manifestHash };
}

/** Adds the compressed files of a site, also to its manifest. Those of kept files are there already. */
async function compressSite(
  { workspace: { staging }, isCompressible = () => true, kept }: DeployOptions,
  manifest: Map<string, string>,
): Promise<void> {
  const packed = new Map<string, string>();
  for (const file of [...(kept?.files ?? [])].flatMap(compressedPaths)) {
    const hash = kept?.last.hashOf(file);
    if (hash !== undefined) packed.set(file.slice(1), hash);
  }
  for (const [name, hash] of packed) manifest.set(name, hash);
  for (const kind of servedCompressions)
    await precompress(staging, kind, {
      isIncluded: (name) => isCompressible(`/${name}`) && !packed.has(`${name}.${kind}`),
      isQuick: true,
      onFile: (name, content) => manifest.set(name, sha256(content)),
    });
}
