/** Puts what a visitor tells the editors into the outbox. The page that they are led to sends it. */
import type { AppliedItem } from './applied';
import { entryLock } from './storage/outbox';
import { deviceRecords } from './storage/records.client';
import { replyEntry, type ReplyPlace } from './reply';

/**
 * Keeps it. Resolves to false where the device keeps nothing: then nothing goes out. What was told before of
 * the same application and has not arrived gives way to it, under the same number.
 */
export async function tellEditors(item: AppliedItem, place: ReplyPlace): Promise<boolean> {
  const { told } = item;
  if (!told) return false;
  const keep = () => deviceRecords.change('outbox', told.id, () => replyEntry(item, told, place));
  // Missing on plain HTTP, whatever the types say.
  const { locks } = navigator as Partial<Navigator>;
  try {
    // Not while it is being sent: the end of that would take this away.
    await (locks ? locks.request(entryLock(told.id), keep) : keep());
  } catch {
    return false;
  }
  return true;
}
