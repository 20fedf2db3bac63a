/**
 * The version of the site before this one, as far as the outbox notices it: its records, its log in `localStorage`, and its
 * pages, which are still open and send while pages of this version do.
 */
import { draftAfterArrival, readDraft } from '@/device/storage/application/draft';
import { entryLock } from '@/device/storage/application/outbox-entry';
import { oldLogKey } from '@/device/storage/old-keys';
import { formService } from '@/applications/transport/form-service';
import type { SessionConnection } from '@/applications/outbox/sessions.fixture';
import type { SituationVisit } from './situations-visit';

/** An entry as that version wrote it, without what it didn't know: `text`, `pressedAt`. */
export type OldEntry = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly payload: Readonly<Record<string, string>>;
};

/** What a page of that version does when it has sent something; it may end after any of it. */
export type OldStep = 'sending' | 'sent' | 'noted' | 'removed';

const iso = (visit: SituationVisit) => new Date(visit.device.now()).toISOString();

export function oldEntry(
  visit: SituationVisit,
  text: string,
  more: Readonly<Record<string, unknown>> = {},
): OldEntry {
  const { about, endpoint, formId } = visit.target;
  const id = visit.device.newId();
  visit.presses.push({ text, number: id, result: 'waiting' });
  return {
    id,
    state: 'waiting',
    createdAt: iso(visit),
    attempts: 0,
    about,
    endpoint,
    formId,
    payload: {
      opportunity: visit.id,
      name: 'A',
      email: 'a@example.org',
      motivation: text,
      submission_id: id,
    },
    ...more,
  };
}

/** Puts an entry onto the device, as if it had been there before. */
export const store = (visit: SituationVisit, entry: OldEntry): Promise<void> =>
  visit.device.records.change('outbox', entry.id, () => entry);

/** Has the form accept it, without a trace on the device. A page of that version told so. */
export async function deliver(visit: SituationVisit, { id, payload }: OldEntry): Promise<void> {
  visit.heard.add(id);
  const { endpoint, formId } = visit.target;
  await formService.openClient()({ endpoint, formId, payload, timeoutMs: 5000 });
}

/** Notes in the log of that version what was sent. */
export function note(visit: SituationVisit, { id }: OldEntry): void {
  const items = JSON.parse(visit.local.getItem(oldLogKey) ?? '[]') as unknown[];
  const item = { ...visit.target.about, id, appliedAt: iso(visit), followUps: [] };
  visit.local.setItem(oldLogKey, JSON.stringify([item, ...items]));
}

/** The lock of an entry as tabs of a device have it, and as the modules have it that use the browser's own. */
const withBothLocks = (name: string, id: string, work: () => Promise<void>): Promise<void> =>
  navigator.locks.request(`${name} ${entryLock(id)}`, () => navigator.locks.request(entryLock(id), work));

/**
 * Sends an entry as a page of that version does, under the same lock, and ends after a step. `paused` comes between that the
 * log has it and that the entry is taken away.
 */
export async function sendAsBefore(
  visit: SituationVisit,
  entry: OldEntry,
  line: SessionConnection,
  last: OldStep = 'removed',
  paused: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const { records, name } = visit.device;
  const write = (next: OldEntry) =>
    records.change('outbox', entry.id, (value) => (value === undefined ? undefined : next));
  await withBothLocks(name, entry.id, async () => {
    const trying = { ...entry, state: 'sending', attempts: 1, automatic: 0, triedAt: iso(visit) };
    await write(trying);
    visit.device.line = line;
    const { endpoint, formId } = visit.target;
    const sending = formService.openClient()({
      endpoint,
      formId,
      payload: entry.payload,
      timeoutMs: 400,
    });
    if (last === 'sending') return;
    const outcome = await sending;
    if (outcome.kind !== 'sent') {
      const { kind, reason } = outcome.kind === 'invalid' ? { kind: 'refused', reason: 'other' } : outcome;
      await write({ ...trying, state: kind, reason, mayHaveArrived: kind === 'unconfirmed' });
      return;
    }
    await write({ ...trying, state: 'sent', sentAt: iso(visit), payload: {} });
    if (last === 'sent') return;
    const draft = readDraft(entry['draft'])?.id;
    if (draft !== undefined)
      await records.change('drafts', draft, (value) => {
        const present = readDraft(value);
        return present && draftAfterArrival(present, present.revision);
      });
    note(visit, entry);
    visit.heard.add(entry.id);
    if (last === 'noted') return;
    await paused();
    await records.change('outbox', entry.id, () => undefined);
  });
}

/** Moves into the database what that version had in `localStorage`, as every page of this version does; some at a time. */
export async function takeOver(visit: SituationVisit, pages = 1): Promise<void> {
  await visit.stage.inBrowser(visit.device, visit.local, async () => {
    // Loaded only now, when there is a browser around it.
    const { migrateOldKeys } = await import('@/device/storage/application/migrate-old-keys.client');
    await Promise.all(Array.from({ length: pages }, () => migrateOldKeys()));
  });
}
