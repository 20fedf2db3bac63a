/** The last step of a build: a verified site, its manifest and its notes become live together. */
import { precompress } from '../hosts/compress';
import { formatManifest, hashFiles, manifestFile, sha256 } from './manifest';
import { stageNotes, type BuildNote } from './notes';
import type { DeployTarget } from './place';
import type { BuildWorkspace } from '../build/workplace';

export interface BringLiveOptions {
  readonly place: DeployTarget;
  /** Its `staging` holds the verified site. */
  readonly workplace: BuildWorkspace;
  /** What is to be remembered, by the SHA-256 of the manifest. */
  readonly notes: (manifestHash: string) => readonly BuildNote[];
}

/**
 * Makes the site of a workplace live, together with its notes. Rejects with what the system says; what is live is then
 * as it was.
 */
export async function bringLive({ place, workplace, notes }: BringLiveOptions): Promise<void> {
  const { staging } = workplace;
  const hashes = new Map<string, string>();
  if (place.isCompressed) {
    await precompress(staging, 'gz', { seen: (name, content) => hashes.set(name, sha256(content)) });
  }
  const manifest = await hashFiles(staging, hashes);
  const text = formatManifest(manifest);
  // The manifest comes last: where it is, the notes are too.
  const staged = await stageNotes([...notes(sha256(text)), { file: manifestFile(place.noteFile), text }]);
  workplace.notes = staged;
  await place.receive(staging, manifest);
  workplace.former = place.goLive(staged.commit);
  workplace.isPublished = true;
}
