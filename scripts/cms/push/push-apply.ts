/** Carries out the plan of a push, entry by entry. */
import { createEntryRequests, type EntryRequests } from '../entry-requests';
import { formatRefusal } from '../format-refusal';
import { ManagementError, type RequestRunner } from '../management';
import { createProgressCounter } from '../progress-counter';
import type { SpaceEntry } from '../space-content';
import { attemptChange, unarchive } from '../transfer/attempt-change';
import type { EntryPlan, PushPlan } from './push-plan';
import { isDue } from './push-verdict';

/** Resolves to the entry's new state, or to undefined if it was changed meanwhile. */
async function writeEntry(
  ask: RequestRunner,
  { entry, fields, stored }: EntryPlan,
  requests: EntryRequests,
): Promise<SpaceEntry | undefined> {
  let seen = stored;
  if (seen?.sys.archivedVersion !== undefined) {
    seen = await unarchive(ask, entry.id, seen, requests.unarchive(entry.id));
    if (!seen) return undefined;
  }
  if (!fields) return seen;
  const change = seen ? requests.update(seen, fields) : requests.create(entry.type, entry.id, fields);
  return attemptChange(ask, `writing ${entry.type} ${entry.id}`, change);
}

/**
 * Writes and publishes the entries of a plan. If Contentful refuses an entry, it prints why and goes on with the next.
 * An entry that was changed meanwhile is left as it is. Resolves to the number of entries that Contentful found invalid, and to the
 * keys of those that were changed meanwhile. Rejects with a `ManagementError` for any other failure.
 */
export async function applyPush(ask: RequestRunner, plan: PushPlan, print: (line: string) => void) {
  const due = plan.entries.filter(isDue);
  const requests = createEntryRequests(plan.layout);
  let refused = 0;
  const overtaken: string[] = [];
  const follow = async ({ key, entry }: EntryPlan, change: Promise<SpaceEntry | undefined>) => {
    try {
      const state = await change;
      if (!state) overtaken.push(key);
      return state;
    } catch (error) {
      if (!(error instanceof ManagementError) || error.status !== 422) throw error;
      refused += 1;
      for (const line of formatRefusal(error, entry.type)) print(line);
      return undefined;
    }
  };
  const written: [EntryPlan, SpaceEntry][] = [];
  const countWritten = createProgressCounter('Entries written', due.length, print);
  // All entries are written before the first is published, so that every link has its target.
  for (const one of due) {
    const state = await follow(one, writeEntry(ask, one, requests));
    if (state) written.push([one, state]);
    countWritten();
  }
  const toPublish = due.filter(({ publication }) => publication === 'publish').length;
  const countPublished = createProgressCounter('Entries published', toPublish, print);
  for (const [one, state] of written) {
    const { type, id } = one.entry;
    if (one.publication === 'publish') {
      await follow(one, attemptChange(ask, `publishing ${type} ${id}`, requests.publish(state)));
      countPublished();
    } else if (one.publication === 'unpublish') {
      // The client sends no version to unpublish. That loses no edit.
      await follow(one, attemptChange(ask, `unpublishing ${type} ${id}`, requests.unpublish(id)));
    }
  }
  return { refused, overtaken };
}
