/** Checks that a release is unchanged, by its manifest. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  compareWithManifest,
  manifestFile,
  parseManifest,
  sha256,
  type FileDifference,
} from '../targets/manifest';
import { readPublishedSite } from '../targets/published-site';
import { releaseDir, releaseNote } from './releases';

export type ReleaseState =
  | { readonly is: 'whole'; readonly files: number }
  | { readonly is: 'damaged'; readonly differences: readonly FileDifference[] }
  /** There is no complete manifest to compare with. */
  | { readonly is: 'incomplete'; readonly lacks: string };

async function readIfExists(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Reads every file of a release. Rejects with the system's error. */
export async function checkRelease(dir: string, number: number): Promise<ReleaseState> {
  const release = releaseDir(dir, number);
  const noteFile = releaseNote(dir, number);
  const note = await readPublishedSite(noteFile);
  const text = await readIfExists(manifestFile(noteFile));
  if (text === undefined) return { is: 'incomplete', lacks: path.basename(manifestFile(noteFile)) };
  const manifest = parseManifest(text);
  if (!manifest || (note && note.manifest !== sha256(text))) {
    return { is: 'incomplete', lacks: `an unchanged ${path.basename(manifestFile(noteFile))}` };
  }
  const differences = await compareWithManifest(manifest, release);
  return differences.length > 0 ? { is: 'damaged', differences } : { is: 'whole', files: manifest.size };
}
