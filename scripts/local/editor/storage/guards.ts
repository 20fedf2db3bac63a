/** Refuses saves and deletions that would lose something. Messages are for the editor. */
import path from 'node:path';
import { rawEntryTitle } from '@/model/fields/entry-title';
import { linksOf, picturesOf } from '@/model/fields/walk';
import { entryKey, type RawEntry } from '@/model/types/entry';
import { acceptEntries } from '@/pipeline/check/accept';
import { decodeText } from '@/sources/files/decode-text';
import { createFilesSource } from '@/sources/files/files-source';
import { pictureAssetId } from '@/sources/files/media';
import { parseYaml, YamlError } from '@/sources/files/parse-yaml';
import type { ContentFile, EntryFile } from './content-path';
import type { LeavingEntry } from './storage-errors';

/** Refuses to save over an invalid file: its form is empty, and the save would replace its content. */
export function checkOverwrite(name: string, bytes: Uint8Array): string | undefined {
  try {
    parseYaml(decodeText(bytes));
    return undefined;
  } catch (error) {
    const reason = error instanceof YamlError ? `${error.message}. ${error.hint}` : 'can’t be read.';
    return `${name} ${reason} Nothing was saved: what is in the form isn’t what is in the file.`;
  }
}

/** Finds the titles of the entries that show each picture, by its asset id. */
export async function findPictureUses(
  contentFolder: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { entries } = await createFilesSource(contentFolder).read(() => undefined);
  const uses = new Map<string, string[]>();
  for (const entry of entries)
    for (const asset of picturesOf(entry))
      uses.set(asset, [...(uses.get(asset) ?? []), rawEntryTitle(entry)]);
  return uses;
}

/** Finds the files that use an entry or a picture, from the folder above the content folder. */
async function findUsers(contentFolder: string, target: ContentFile | EntryFile): Promise<string[]> {
  const { entries } = await createFilesSource(contentFolder).read(() => undefined);
  const asset = pictureAssetId(`/${path.relative(contentFolder, target.file).split(path.sep).join('/')}`);
  return entries
    .filter((entry) =>
      'type' in target
        ? linksOf(entry).some((link) => link.id === target.id && link.to === target.type)
        : picturesOf(entry).includes(asset),
    )
    .map(({ origin }) => path.relative(path.dirname(contentFolder), origin.label));
}

/** Finds the entries that are on the site now and go off it if an entry becomes `entry`, without that entry itself. */
export async function findLeaving(contentFolder: string, entry: RawEntry): Promise<LeavingEntry[]> {
  const { entries, problems } = await createFilesSource(contentFolder).read(() => undefined);
  const isSame = ({ type, id }: RawEntry) => type === entry.type && id === entry.id;
  const after = acceptEntries(
    entries.map((one) => (isSame(one) ? entry : one)),
    problems,
  );
  const waiting = new Set(after.waiting.map(entryKey));
  return acceptEntries(entries, problems)
    .entries.filter((one) => waiting.has(entryKey(one)))
    .map((one) => ({ type: one.type, title: rawEntryTitle(one as unknown as RawEntry) }));
}

/** Returns the reason not to delete an entry or a picture; undefined if the site can do without it. */
export async function checkDeletion(
  contentFolder: string,
  target: ContentFile | EntryFile,
): Promise<string | undefined> {
  if ('type' in target && target.type === 'settings')
    return 'The site needs its settings: they can’t be deleted.';
  const users = await findUsers(contentFolder, target);
  if (users.length === 0) return undefined;
  return `${target.name} is still used by ${users.join(', ')}. Remove it there first, or close or pause the entry instead of deleting it.`;
}
