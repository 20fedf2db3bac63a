/** Generates a content folder of any size. The same seed and number give the same content on every machine. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { contentTypes } from '@/model/types/types';
import type { Progress } from '@/sources/source';
import { stringify } from 'yaml';
import { generatePlaceNames } from './names';
import { generateOpportunity } from './opportunity';
import { drawLogo, hasLogo, generateHosts, generateOrganization } from './organization';
import { createRandom } from './random';
import type { GeneratedEntry, GeneratorSetting } from './setting';
import { generateOtherEntries } from './other-entries';
import { readWords } from './words';

interface GenerateOptions {
  /** The number of opportunities, at least 1. It determines the other numbers. */
  readonly opportunities: number;
  /** Another seed gives other content of the same kind. Published figures are for the default. */
  readonly seed?: number;
}

const defaultSeed = 2000;

/** Opportunities for each organization. */
const perOrganization = 6;

/** The number of files that are written at once. */
const batchSize = 64;

/** Prints its progress after this many entries. */
const progressStep = 1000;

/** Creates the setting from which all entries are generated. */
export function createSetting({ opportunities, seed = defaultSeed }: GenerateOptions): GeneratorSetting {
  const organizations = Math.max(3, Math.round(opportunities / perOrganization));
  return {
    words: readWords(),
    seed,
    places: generatePlaceNames(createRandom(seed, 3_000_000), Math.max(40, Math.ceil(opportunities * 0.8))),
    hosts: generateHosts(seed, organizations),
    opportunities,
  };
}

/** Generates all entries one at a time, so that ten thousand needn't be in memory at once. */
export function* generateEntries(setting: GeneratorSetting): Generator<GeneratedEntry> {
  yield* generateOtherEntries(setting);
  for (const [index, host] of setting.hosts.entries()) yield generateOrganization(setting, host, index);
  for (let index = 0; index < setting.opportunities; index++) yield generateOpportunity(setting, index);
}

/** Formats the text of an entry's file like an editor's file. */
export function formatYaml({ fields }: GeneratedEntry): string {
  return stringify(fields, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** Writes entries as a content folder over an earlier one. A build reads the folder like any other. */
export async function writeEntries(
  dir: string,
  entries: Iterable<GeneratedEntry>,
  progress: Progress = () => undefined,
): Promise<void> {
  await rm(dir, { recursive: true, force: true });
  for (const { folder } of Object.values(contentTypes))
    await mkdir(path.join(dir, folder), { recursive: true });
  let written = 0;
  let pending: Promise<void>[] = [];
  for (const entry of entries) {
    pending.push(writeFile(path.join(dir, entry.folder, `${entry.id}.yml`), formatYaml(entry)));
    if (pending.length === batchSize) {
      await Promise.all(pending);
      pending = [];
    }
    if (++written % progressStep === 0) progress(`  ${written} entries`);
  }
  await Promise.all(pending);
}

/** Writes generated entries and their pictures as a content folder over an earlier one. */
export async function generateContent(
  dir: string,
  options: GenerateOptions,
  progress: Progress,
): Promise<void> {
  const setting = createSetting(options);
  await writeEntries(dir, generateEntries(setting), progress);
  const logos = path.join(dir, 'media', 'orgs');
  await mkdir(logos, { recursive: true });
  for (const [index, { id }] of setting.hosts.entries()) {
    if (hasLogo(index)) await writeFile(path.join(logos, `${id}.png`), await drawLogo(setting.seed, index));
  }
}
