/** `npm run cms -- pull`: brings a space's entries and pictures into the content folder. */
import { entryKey } from '@/model/types/entry';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { AssetProps } from 'contentful-management';
import { requireManagement } from '@/config/space';
import type { WireFields } from '@/sources/contentful/wire';
import { entryFilePath } from '@/sources/files/format-entry';
import { readExistingEntries } from '../import/existing-entries';
import { assertEnvironment, readAllItems, openManagement, type RequestRunner } from '../management';
import { planFile, decodeStoredEntry, type PulledEntry } from './pull-plan';
import { assetKey } from '../push/push-assets';
import type { TransferDependencies, TransferOptions } from '../push/push-command';
import {
  isFullyPublished,
  joinEntry,
  readSpaceContent,
  getContentType,
  type SpaceContent,
  type SpaceEntry,
} from '../space-content';
import { readSyncChoices } from '../sync/choices';
import { openSyncRecord, syncRecordFile } from '../sync/sync-record';
import { readPictures, planPictureFile, type PicturePlan } from './pull-pictures';
import { formatPullPlan, formatPullResult, formatUnwrittenFiles, isFileDue } from './format-pull';

/** Writes a file under another name and renames it, so that nothing reads an incomplete one. */
async function writeWholeFile(dir: string, file: string, content: string | Uint8Array): Promise<void> {
  const target = path.join(dir, file);
  const partial = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}`);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(partial, content);
  await rename(partial, target);
}

/** Reads the published state of all entries and assets, without later changes. */
async function readPublishedContent(
  ask: RequestRunner,
  space: SpaceContent,
): Promise<{ entries: Map<string, SpaceEntry>; assets: AssetProps[] }> {
  const entries = await ask('reading the published entries', (client) =>
    readAllItems((query) => client.entry.getPublished<WireFields>({ query })),
  );
  const assets = await ask('reading the published assets', (client) =>
    readAllItems((query) => client.asset.getPublished({ query })),
  );
  return { entries: new Map(entries.map((entry) => [entry.sys.id, joinEntry(entry, space)])), assets };
}

/** Converts the space's entries to ours, with notes about entries or changes that can't be pulled. */
function collectPulledEntries(
  space: SpaceContent,
  published: ReadonlyMap<string, SpaceEntry>,
): { readonly entries: PulledEntry[]; readonly notes: string[] } {
  const notes: string[] = [];
  const entries = [...space.entries.values()].flatMap((latest): PulledEntry[] => {
    const name = `${getContentType(latest) ?? ''} ${latest.sys.id}`;
    if (latest.sys.archivedVersion !== undefined) return [];
    const live = published.get(latest.sys.id);
    if (live && !isFullyPublished(latest))
      notes.push(`${name} has changes that aren’t published, and aren’t pulled`);
    const theirs = decodeStoredEntry(live ?? latest, space.locales.codes, live !== undefined);
    if (!theirs) notes.push(`${name} isn’t published, and isn’t pulled: it has no status that could say so`);
    return theirs ? [{ latest, live, theirs }] : [];
  });
  return { entries, notes };
}

/**
 * Brings the differences into the content folder. Unpublished entries come as drafts. Files that only the folder has
 * stay. A change in the folder since the last push or pull is overwritten only if `overwrite` names it. Resolves to a
 * process exit code: 1 if a file was unreadable or in conflict, or if `dryRun` found something to do; else 0. Rejects
 * with an `OperatorError`.
 */
export async function pullContent(
  { dryRun = false, ...options }: TransferOptions,
  { config, print, recordDir }: TransferDependencies,
): Promise<number> {
  const target = requireManagement(config);
  const { dir } = config.content;
  const ask = openManagement(target);
  const { sys } = await assertEnvironment(ask, target);
  print(`Reading space ${target.space}, environment ${target.environment}`);
  const space = await readSpaceContent(ask, print);
  const published = await readPublishedContent(ask, space);
  const { entries, notes } = collectPulledEntries(space, published.entries);
  const read = await readPictures(published.assets, space, target, dir);
  const record = await openSyncRecord(syncRecordFile(target, dir, recordDir), sys.createdAt);

  // The folder is read last, so that edits during the download are seen.
  const here = await readExistingEntries([dir]);
  const ours = new Map(here.entries.map((entry) => [entryKey(entry), entry]));
  const names = entries.map(({ theirs }) => entryKey(theirs));
  const choices = readSyncChoices(
    options,
    new Set([...names, ...read.map(({ live }) => assetKey(live.sys.id))]),
  );
  // A file that can't be read may hold unfinished work.
  const unreadable = entries.filter(
    ({ theirs }) =>
      !ours.has(entryKey(theirs)) &&
      here.ids.has(theirs.id) &&
      !here.entries.some(({ id }) => id === theirs.id),
  );
  const layout = { codes: space.locales.codes, fieldIds: space.fieldIds };
  const files = entries
    .filter((entry) => !unreadable.includes(entry))
    .map((entry) => {
      const key = entryKey(entry.theirs);
      return planFile(entry, ours.get(key), layout, record.known(key), choices(key));
    });
  const pictures: PicturePlan[] = [];
  for (const picture of read) pictures.push(await planPictureFile(picture, space, dir, record, choices));
  const theirs = new Set(names);
  const onlyHere = here.entries.filter((entry) => !theirs.has(entryKey(entry)));

  for (const line of formatPullPlan(files, pictures)) print(line);
  for (const { theirs: entry } of unreadable)
    print(`! ${entryFilePath(entry)} can’t be read, and is not overwritten. Fix or delete it.`);
  for (const note of notes) print(`! ${note}`);
  for (const entry of onlyHere) print(`  only in ${dir}, and stays: ${entryFilePath(entry)}`);
  const all = [...pictures, ...files];
  for (const line of formatUnwrittenFiles(all)) print(line);
  const isBlocked = unreadable.length > 0 || all.some(({ verdict }) => verdict === 'conflict');
  if (dryRun && all.some(isFileDue)) {
    print('Nothing was changed.');
    return 1;
  }
  for (const plan of dryRun ? [] : all) {
    if (isFileDue(plan))
      await writeWholeFile(dir, plan.file, 'text' in plan ? plan.text : await plan.picture.read());
    if (plan.agreed) await record.confirm(plan.key, plan.agreed);
  }
  print(formatPullResult(files, pictures, dir));
  return isBlocked ? 1 : 0;
}
