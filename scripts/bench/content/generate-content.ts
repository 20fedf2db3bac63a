/** Makes a content folder of any size: the same for the same seed and number, on every machine. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { contentTypes } from '@/model/types/types';
import type { Progress } from '@/sources/source';
import { stringify } from 'yaml';
import { placeNames } from './names';
import { makeOpportunity } from './opportunity';
import { drawLogo, hasLogo, makeHosts, makeOrganization } from './organization';
import { randomOf } from './random';
import type { GeneratedEntry, Setting } from '../setting';
import { makeSurroundings } from '../surroundings';
import { readWords } from './words';

export interface GenerateOptions {
  /** How many opportunities, at least 1. The rest follows from it. */
  readonly opportunities: number;
  /** Another seed gives other content of the same kind; the default is what figures are published for. */
  readonly seed?: number;
}

export const defaultSeed = 2000;

/** Opportunities for each organization. */
const perOrganization = 6;

/** How many files are written at a time. */
const batch = 64;

/** Says how far it is after this many entries. */
const stride = 1000;

/** What all entries are made from. */
export function settingOf({ opportunities, seed = defaultSeed }: GenerateOptions): Setting {
  const organizations = Math.max(3, Math.round(opportunities / perOrganization));
  return {
    words: readWords(),
    seed,
    places: placeNames(randomOf(seed, 3_000_000), Math.max(40, Math.ceil(opportunities * 0.8))),
    hosts: makeHosts(seed, organizations),
    opportunities,
  };
}

/** Every entry, made one at a time, so that ten thousand needn't be held at once. */
export function* generateEntries(setting: Setting): Generator<GeneratedEntry> {
  yield* makeSurroundings(setting);
  for (const [index, host] of setting.hosts.entries()) yield makeOrganization(setting, host, index);
  for (let index = 0; index < setting.opportunities; index++) yield makeOpportunity(setting, index);
}

/** The text of an entry's file, as editors' files are written. */
export function toYaml({ fields }: GeneratedEntry): string {
  return stringify(fields, { lineWidth: 0, aliasDuplicateObjects: false });
}

/**
 * Writes a content folder, in the place of what was there. Returns the number of entries.
 * It knows nothing of the build: the folder is read like any other.
 */
export async function generateContent(
  dir: string,
  options: GenerateOptions,
  progress: Progress,
): Promise<number> {
  const setting = settingOf(options);
  await rm(dir, { recursive: true, force: true });
  for (const { folder } of Object.values(contentTypes))
    await mkdir(path.join(dir, folder), { recursive: true });
  const logos = path.join(dir, 'media', 'orgs');
  await mkdir(logos, { recursive: true });

  let written = 0;
  let pending: Promise<void>[] = [];
  for (const entry of generateEntries(setting)) {
    pending.push(writeFile(path.join(dir, entry.folder, `${entry.id}.yml`), toYaml(entry)));
    if (pending.length === batch) {
      await Promise.all(pending);
      pending = [];
    }
    if (++written % stride === 0) progress(`  ${written} entries`);
  }
  await Promise.all(pending);

  for (const [index, { id }] of setting.hosts.entries()) {
    if (hasLogo(index)) await writeFile(path.join(logos, `${id}.png`), await drawLogo(setting.seed, index));
  }
  return written;
}
