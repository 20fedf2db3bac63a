/** Finds what a save or a deletion would take off the site. */
import { rawEntryTitle } from '@/model/fields/entry-title';
import { entryKey, type RawEntry } from '@/model/types/entry';
import { acceptEntries } from '@/pipeline/check/accept';
import { createFilesSource } from '@/sources/files/files-source';
import { StorageRefusal, type RefusalDetails } from './storage-refusal';

/** Finds the entries that are on the site now and go off it if an entry becomes `entry`, without that entry itself. */
export async function findLeaving(
  root: string,
  entry: RawEntry,
): Promise<NonNullable<RefusalDetails['leaving']>> {
  const { entries, problems } = await createFilesSource(root).read(() => undefined);
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

/** Rejects with a `StorageRefusal` if entries use an entry or a picture, which `name` names. */
export async function refuseDeletion(
  root: string,
  name: string,
  isUser: (entry: RawEntry) => boolean,
): Promise<void> {
  const { entries } = await createFilesSource(root).read(() => undefined);
  const users = entries.filter(isUser).map(rawEntryTitle);
  if (users.length > 0)
    throw new StorageRefusal(`“${name}” is still used in: ${users.join(', ')}. Remove it there first.`);
}
