/** Carries out the plan of a push, entry by entry. */
import { createEntryRequests, type EntryRequests } from '../entry-requests';
import { formatRefusal } from '../format-refusal';
import { ManagementError, type RequestRunner } from '../management';
import { createProgressCounter } from '../progress-counter';
import type { EntryPlan, PushPlan } from './push-plan';
import { isFullyPublished, type SpaceEntry } from '../space-content';
import { attemptChange, type ChangeResult } from '../sync/attempt-change';
import { noSyncRecord, type SyncRecord } from '../sync/sync-record';
import { buildEntryState, hashFields, hasSameFields } from '../sync/sync-state';

type Print = (line: string) => void;

/** The entries that a push couldn't write. */
interface PushOutcome {
  /** Entries that Contentful found invalid. */
  readonly refused: number;
  /** Entries that were changed in Contentful during the push, with their state there now. */
  readonly overtaken: readonly EntryPlan[];
}

/** Unarchives an entry, since archived entries can’t be changed. A further new version means that it was changed. */
async function unarchive(
  ask: RequestRunner,
  archived: SpaceEntry,
  requests: EntryRequests,
): Promise<ChangeResult<SpaceEntry>> {
  const entryId = archived.sys.id;
  const present = await ask(`unarchiving ${entryId}`, requests.unarchive(entryId));
  return present.sys.version === archived.sys.version + 1 ? { changed: present } : { overtakenBy: present };
}

async function writeEntry(
  ask: RequestRunner,
  plan: EntryPlan,
  requests: EntryRequests,
  record: SyncRecord,
): Promise<ChangeResult<SpaceEntry>> {
  const { key, entry, fields, changes } = plan;
  const entryId = entry.id;
  const ready =
    plan.stored?.sys.archivedVersion === undefined
      ? { changed: plan.stored }
      : await unarchive(ask, plan.stored, requests);
  if ('overtakenBy' in ready) return ready;
  const seen = ready.changed;
  if (seen && changes.length === 0) return { changed: seen };
  const hashes = hashFields(fields);
  await record.intend(key, { fields: hashes, publishedVersion: seen?.sys.publishedVersion });
  const result = await attemptChange<SpaceEntry>(ask, {
    action: `writing ${entry.type} ${entryId}`,
    seen,
    make: seen ? requests.update(seen, fields) : requests.create(entry.type, entryId, fields),
    get: requests.get(entryId),
    isMade: (present) => hasSameFields(hashFields(present.fields), hashes),
  });
  if ('changed' in result) await record.confirm(key, buildEntryState(result.changed));
  return result;
}

async function publishEntry(
  ask: RequestRunner,
  plan: EntryPlan,
  seen: SpaceEntry,
  requests: EntryRequests,
): Promise<ChangeResult<SpaceEntry>> {
  const { entry, fields, publication } = plan;
  if (publication === 'none') return { changed: seen };
  const isPublishing = publication === 'publish';
  return attemptChange<SpaceEntry>(ask, {
    action: `${isPublishing ? 'publishing' : 'unpublishing'} ${entry.type} ${entry.id}`,
    seen,
    // The client sends no version to unpublish. That loses no edit.
    make: isPublishing ? requests.publish(seen) : requests.unpublish(entry.id),
    get: requests.get(entry.id),
    isMade: (present) =>
      isPublishing
        ? isFullyPublished(present) && hasSameFields(hashFields(present.fields), hashFields(fields))
        : present.sys.publishedVersion === undefined,
  });
}

/**
 * Writes and publishes the entries of a plan. If Contentful refuses an entry, it prints why and goes on with the next.
 * An entry that was changed meanwhile is left as it is. Rejects with a `ManagementError` for any other failure.
 */
export async function applyPush(
  ask: RequestRunner,
  plan: PushPlan,
  print: Print,
  record: SyncRecord = noSyncRecord,
): Promise<PushOutcome> {
  const due = plan.entries.filter(({ verdict }) => verdict === 'write' || verdict === 'overwrite');
  const requests = createEntryRequests(plan.layout);
  let refused = 0;
  const overtaken: EntryPlan[] = [];
  const runWrite = async (
    { entry }: EntryPlan,
    work: () => Promise<ChangeResult<SpaceEntry>>,
  ): Promise<SpaceEntry | undefined> => {
    try {
      const result = await work();
      if ('changed' in result) return result.changed;
      overtaken.push(plan.replan(entry, result.overtakenBy));
    } catch (error) {
      if (!(error instanceof ManagementError) || error.status !== 422) throw error;
      refused += 1;
      for (const line of formatRefusal(error, entry.type)) print(line);
    }
    return undefined;
  };
  const written = new Map<EntryPlan, SpaceEntry>();
  const countWritten = createProgressCounter('Entries written', due.length, print);
  // All entries are written before the first is published, so that every link has its target.
  for (const one of due) {
    const stored = await runWrite(one, () => writeEntry(ask, one, requests, record));
    if (stored) written.set(one, stored);
    countWritten();
  }
  const toPublish = due.filter(({ publication }) => publication === 'publish').length;
  const countPublished = createProgressCounter('Entries published', toPublish, print);
  for (const [one, stored] of written) {
    const live = await runWrite(one, () => publishEntry(ask, one, stored, requests));
    if (live) await record.confirm(one.key, buildEntryState(live));
    if (one.publication === 'publish') countPublished();
  }
  return { refused, overtaken };
}
