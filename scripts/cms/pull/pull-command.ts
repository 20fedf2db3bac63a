/** `npm run cms -- pull`: writes the entries and pictures of a space into the content folder. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { AssetProps } from 'contentful-management';
import { entryKey, type RawEntry } from '@/model/types/entry';
import type { WireFields } from '@/sources/contentful/wire';
import { entryFilePath } from '@/sources/files/format-entry';
import type { CommandContext } from '../command-context';
import { openFolderStore, replaceFile } from '../edit/entry-store';
import { ManagementError, readAllItems, openSpace, type RequestRunner } from '../management';
import { assetKey } from '../push/push-assets';
import {
  isFullyPublished,
  joinEntry,
  readSpaceContent,
  getContentType,
  type SpaceContent,
  type SpaceEntry,
} from '../space-content';
import { formatItemName } from '../transfer/item-name';
import { readOverwriteChoice, type TransferOptions } from '../transfer/overwrite-choice';
import { listCommittedFiles } from './committed-files';
import { decodeStoredEntry, planFile, type PulledFile } from './plan-file';
import { readChangedPictures } from './pull-pictures';

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

/**
 * Converts the space's entries to ours: the published state, else the draft. Notes tell of entries or changes that
 * can't be pulled.
 */
function collectPulledEntries(
  space: SpaceContent,
  published: ReadonlyMap<string, SpaceEntry>,
): { readonly entries: RawEntry[]; readonly notes: string[] } {
  const notes: string[] = [];
  const entries = [...space.entries.values()].flatMap((latest): RawEntry[] => {
    const name = `${getContentType(latest) ?? ''} ${latest.sys.id}`;
    if (latest.sys.archivedVersion !== undefined) return [];
    const live = published.get(latest.sys.id);
    if (live && !isFullyPublished(latest))
      notes.push(`${name} has changes that aren’t published, and aren’t pulled`);
    const theirs = decodeStoredEntry(live ?? latest, space.locales.codes, live !== undefined);
    if (!theirs) notes.push(`${name} isn’t published, and isn’t pulled: it has no status that could say so`);
    return theirs ? [theirs] : [];
  });
  return { entries, notes };
}

/** Lists the files that a pull doesn't overwrite, since they have uncommitted changes, and says what to do. */
function formatRefused(refused: readonly PulledFile[]): string[] {
  return [
    ...refused.map(
      (one) => `! ${formatItemName(one)} isn’t pulled: ${one.file} has changes that aren’t committed.`,
    ),
    'Commit these files and pull again: git then shows the difference. Or replace what they have, which git can’t bring back:',
    `  npm run cms -- pull --overwrite ${refused.map(({ key }) => key).join(',')}`,
  ];
}

/**
 * Writes the space's content into the content folder. Unpublished entries come as drafts. Files that only the folder
 * has stay. A file that git can't bring back as it is is replaced only if `overwrite` names its entry. Resolves to a
 * process exit code: 1 if a file was refused, or if `dryRun` found something to do; else 0. Rejects with an
 * `OperatorError`, also if a file would be replaced outside a git repository.
 */
export async function pullContent(
  { dryRun = false, overwrite }: TransferOptions,
  { config, print }: CommandContext,
): Promise<number> {
  const { target, ask } = await openSpace(config);
  const { dir } = config.content;
  print(`Reading space ${target.space}, environment ${target.environment}`);
  const space = await readSpaceContent(ask, print);
  const published = await readPublishedContent(ask, space);
  const { entries, notes } = collectPulledEntries(space, published.entries);
  const names = new Set(entries.map(entryKey));
  const isChosen = readOverwriteChoice(
    overwrite,
    new Set([...names, ...published.assets.map(({ sys }) => assetKey(sys.id))]),
  );
  const pictures = await readChangedPictures(published.assets, space, target, dir);

  // The folder is read last, so that edits during the download are seen.
  const here = await openFolderStore(dir, print);
  const committed = await listCommittedFiles(dir);
  const ours = new Map(here.entries.map((entry) => [entryKey(entry), entry]));
  const changed = [
    ...pictures,
    ...entries.flatMap((entry) => planFile(entry, ours.get(entryKey(entry)), space.locales.codes) ?? []),
  ];
  const isHere = ({ file }: PulledFile) => existsSync(path.join(dir, file));
  const isCommitted = ({ file }: PulledFile) => committed?.has(file.split(path.sep).join('/')) ?? false;
  const mayWrite = (one: PulledFile) => !isHere(one) || isChosen(one.key) || isCommitted(one);
  const [due, refused] = [changed.filter(mayWrite), changed.filter((one) => !mayWrite(one))];

  for (const one of due) print(`${isHere(one) ? '~' : '+'} ${one.file}`);
  for (const note of notes) print(`! ${note}`);
  for (const entry of here.entries)
    if (!names.has(entryKey(entry))) print(`  only in ${dir}, and stays: ${entryFilePath(entry)}`);
  if (refused.length > 0 && !committed) {
    throw new ManagementError(
      `${dir} isn’t in a git repository with a commit, so what a pull would replace in ${refused.length} files couldn’t be brought back. Nothing was written.`,
      'Commit the folder to one, or set CONTENT_DIR to an empty folder. To replace the files for good: npm run cms -- pull --overwrite all',
    );
  }
  if (refused.length > 0) for (const line of formatRefused(refused)) print(line);
  if (dryRun && due.length > 0) {
    print('Nothing was changed.');
    return 1;
  }
  for (const { file, content } of due) {
    await replaceFile(path.join(dir, file), content);
  }
  print(
    due.length > 0
      ? `Wrote ${due.length} files into ${dir}.`
      : refused.length > 0
        ? 'Nothing was written.'
        : `There’s nothing to write: ${dir} has what the space has.`,
  );
  return refused.length > 0 ? 1 : 0;
}
