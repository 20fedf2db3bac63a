/** Finds and moves the values of former fields, entry by entry. */
import { isDeepStrictEqual } from 'node:util';
import type { ContentTypeName } from '@/model/types/entry';
import type { WireFields } from '@/sources/contentful/wire';
import { formatRefusal } from '../format-refusal';
import { ManagementError, readAllItems, type RequestRunner } from '../management';
import { joinEntry, splitEntryFields, type SpaceEntry, type SpaceLayout } from '../space-content';
import { attemptChange } from '../sync/attempt-change';
import { hashFields, hasSameFields } from '../sync/sync-state';
import { listReplacements, type FormerState } from './former-fields';

/** An entry with its published state, if it has one. */
interface EntryStates {
  readonly latest: SpaceEntry;
  readonly live: SpaceEntry | undefined;
}

/** The values of former fields in the entries of a type. */
export interface FormerValues extends FormerState {
  readonly entries: readonly EntryStates[];
  /** Entries whose values are yet to be moved. */
  readonly movable: number;
  /** Values that aren't what the model expects, so that nothing can be done with them: `x: closes`. */
  readonly odd: readonly string[];
  /** Archived entries with values in former fields: they stay as they are. */
  readonly archived: readonly string[];
  /** Entries whose published state has values in former fields, and whose draft is another one. */
  readonly unpublished: readonly string[];
}

const isArchived = ({ latest }: EntryStates) => latest.sys.archivedVersion !== undefined;

function listValues(fields: WireFields, former: readonly string[]): string[] {
  return former.filter((id) => Object.values(fields[id] ?? {}).some((value) => value !== null));
}

async function readEntryStates(ask: RequestRunner, type: ContentTypeName): Promise<EntryStates[]> {
  const latest = await ask(`reading the entries of type ${type}`, (client) =>
    readAllItems((query) => client.entry.getMany<WireFields>({ query: { ...query, content_type: type } })),
  );
  const published = await ask(`reading the published entries of type ${type}`, (client) =>
    readAllItems((query) =>
      client.entry.getPublished<WireFields>({ query: { ...query, content_type: type } }),
    ),
  );
  const live = new Map(published.map((entry) => [entry.sys.id, entry]));
  return latest.map((entry) => ({ latest: entry, live: live.get(entry.sys.id) }));
}

/** Reads which entries have values in the former fields of a type of a space. */
export async function readFormerValues(
  ask: RequestRunner,
  type: ContentTypeName,
  former: readonly string[],
  layout: SpaceLayout,
): Promise<FormerValues> {
  const entries = former.length === 0 ? [] : await readEntryStates(ask, type);
  const idsOf = (chosen: readonly EntryStates[]) => chosen.map(({ latest }) => latest.sys.id);
  const has = (entry: SpaceEntry) => listValues(entry.fields, former).length > 0;
  const replacements = listReplacements(type);
  const present = layout.fieldIds.get(type) ?? new Set();
  const replaced = former.filter((id) => replacements.get(id)?.every((one) => present.has(one)) ?? false);
  const listOdd = ({ latest }: EntryStates) =>
    listValues(splitEntryFields(type, joinEntry(latest, layout).fields, layout), replaced);
  const usedIn = (chosen: readonly EntryStates[]) =>
    new Set(
      chosen.flatMap(({ latest, live }) => [
        ...listValues(latest.fields, former),
        ...listValues(live?.fields ?? {}, former),
      ]),
    );
  const active = entries.filter((one) => !isArchived(one));
  const [used, everUsed] = [usedIn(active), usedIn(entries)];
  return {
    entries,
    unused: new Set(former.filter((id) => !used.has(id))),
    empty: new Set(former.filter((id) => !everUsed.has(id))),
    movable: active.filter((one) => listValues(one.latest.fields, former).length > listOdd(one).length)
      .length,
    odd: active.flatMap((one) => listOdd(one).map((id) => `${one.latest.sys.id}: ${id}`)),
    archived: idsOf(entries.filter((one) => isArchived(one) && has(one.latest))),
    unpublished: idsOf(
      active.filter(({ latest, live }) => {
        const inDraft = listValues(latest.fields, former);
        return live !== undefined && listValues(live.fields, former).some((id) => !inDraft.includes(id));
      }),
    ),
  };
}

/** True if the draft says what is published, however both are stored. Then publishing it publishes no edit. */
function saysTheSame({ latest, live }: EntryStates, layout: SpaceLayout): boolean {
  return (
    live !== undefined &&
    hasSameFields(hashFields(joinEntry(latest, layout).fields), hashFields(joinEntry(live, layout).fields))
  );
}

/** Moves the values of one entry. Resolves to the reason why that is left undone, if it is. */
async function moveEntry(
  ask: RequestRunner,
  type: ContentTypeName,
  states: EntryStates,
  layout: SpaceLayout,
): Promise<string | undefined> {
  const { latest } = states;
  const entryId = latest.sys.id;
  const fields = splitEntryFields(type, joinEntry(latest, layout).fields, layout);
  let moved = latest;
  if (!isDeepStrictEqual(fields, latest.fields)) {
    const result = await attemptChange<SpaceEntry>(ask, {
      action: `moving the values of ${type} ${entryId}`,
      seen: latest,
      make: (client) => client.entry.update<WireFields>({ entryId }, { ...latest, fields }),
      get: (client) => client.entry.get<WireFields>({ entryId }),
      isMade: (present) => isDeepStrictEqual(present.fields, fields),
    });
    if ('overtakenBy' in result) return 'was changed meanwhile; run it again';
    moved = result.changed;
  }
  if (!saysTheSame(states, layout) || isDeepStrictEqual(states.live?.fields, fields)) return undefined;
  const published = await attemptChange<SpaceEntry>(ask, {
    action: `publishing ${type} ${entryId}`,
    seen: moved,
    make: (client) => client.entry.publish<WireFields>({ entryId }, moved),
    get: (client) => client.entry.get<WireFields>({ entryId }),
    isMade: (present) => present.sys.version === moved.sys.version + 1,
  });
  return 'overtakenBy' in published ? 'was changed meanwhile; run it again' : undefined;
}

/**
 * Moves the values of former fields to those that the space has in their place. What is published stays published, and
 * no draft is published that says anything else; archived entries stay as they are. Repeating it after an interruption
 * gives the same result. Prints the entries that can't be moved. Rejects with a `ManagementError`.
 */
export async function moveFormerValues(
  ask: RequestRunner,
  type: ContentTypeName,
  { entries }: FormerValues,
  layout: SpaceLayout,
  print: (line: string) => void,
): Promise<void> {
  for (const states of entries) {
    if (isArchived(states)) continue;
    try {
      const reason = await moveEntry(ask, type, states, layout);
      if (reason !== undefined) print(`${type} ${states.latest.sys.id} ${reason}.`);
    } catch (error) {
      if (!(error instanceof ManagementError) || error.status !== 422) throw error;
      for (const line of formatRefusal(error, type)) print(line);
    }
  }
}
