/** Carries out a plan for a push, entry by entry. */
import { ManagementError, type Ask } from './management';
import type { EntryPlan, PushPlan } from './push-plan';
import type { StoredEntry } from './space-content';

type Print = (line: string) => void;

/** Says how far it has come, not oftener than each twentieth. */
export function counter(what: string, total: number, print: Print): () => void {
  let done = 0;
  const step = Math.max(10, Math.ceil(total / 20));
  return () => {
    done += 1;
    if (done === total || done % step === 0) print(`${what}: ${done} of ${total}`);
  };
}

async function write(
  ask: Ask,
  { entry, fields, stored, changes }: EntryPlan,
): Promise<StoredEntry | undefined> {
  if (changes.length === 0) return stored;
  const doing = `writing ${entry.type} ${entry.id}`;
  const data = structuredClone(fields) as StoredEntry['fields'];
  return ask(doing, (client) =>
    stored
      ? client.entry.update({ entryId: entry.id }, { ...stored, fields: data })
      : client.entry.createWithId({ entryId: entry.id, contentTypeId: entry.type }, { fields: data }),
  );
}

/**
 * Writes and publishes what a plan says of entries. Where Contentful refuses one, says so and goes on with the next.
 * Resolves to how many were refused. Rejects with a `ManagementError` for any other failure.
 */
export async function applyPush(ask: Ask, plan: PushPlan, print: Print): Promise<number> {
  const due = plan.entries.filter(({ changes, publication }) => changes.length > 0 || publication !== 'none');
  let refused = 0;
  const guarded = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ManagementError) || error.status !== 422) throw error;
      refused += 1;
      print(error.message);
    }
  };
  const written = new Map<EntryPlan, StoredEntry>();
  const wrote = counter('Entries written', due.length, print);
  // All are written before the first is published, so that every link leads to something.
  for (const one of due) {
    await guarded(async () => {
      const stored = await write(ask, one);
      if (stored) written.set(one, stored);
    });
    wrote();
  }
  const published = counter('Entries published', due.length, print);
  for (const [{ entry, publication }, stored] of written) {
    const entryId = entry.id;
    await guarded(async () => {
      if (publication === 'publish') {
        await ask(`publishing ${entry.type} ${entryId}`, (client) =>
          client.entry.publish({ entryId }, stored),
        );
      } else if (publication === 'unpublish') {
        await ask(`unpublishing ${entry.type} ${entryId}`, (client) => client.entry.unpublish({ entryId }));
      }
    });
    published();
  }
  return refused;
}
