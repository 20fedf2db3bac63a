/** Moves the values of former fields to the fields in their place, entry by entry. */
import { isDeepStrictEqual } from 'node:util';
import type { ContentTypeName } from '@/model/types/entry';
import type { WireFields } from '@/sources/contentful/wire';
import { formatRefusal } from '../format-refusal';
import { ManagementError, type RequestRunner } from '../management';
import { createProgressCounter } from '../progress-counter';
import { isFullyPublished, type SpaceEntry, type SpaceLayout } from '../space-content';
import { attemptChange, type ChangeResult } from '../sync/attempt-change';
import { archiveEntry, type ArchiveJournal } from './archive-journal';
import {
  describeDoubled,
  listFilledFields,
  moveValues,
  type EntryStates,
  type FormerValues,
} from './former-values';

/** The parts of a migration that are the same for each entry of a type. */
export interface MoveContext {
  readonly ask: RequestRunner;
  readonly type: ContentTypeName;
  /** The former fields whose replacements the space has. */
  readonly former: readonly string[];
  readonly layout: SpaceLayout;
  readonly journal: ArchiveJournal;
  readonly print: (line: string) => void;
}

type Fields = SpaceEntry['fields'];

const changedMeanwhile = 'was changed meanwhile; run it again';

function writeFields({ ask, type }: MoveContext, seen: SpaceEntry, fields: Fields) {
  const entryId = seen.sys.id;
  return attemptChange<SpaceEntry>(ask, {
    action: `moving the values of ${type} ${entryId}`,
    seen,
    make: (client) => client.entry.update<WireFields>({ entryId }, { ...seen, fields }),
    get: (client) => client.entry.get<WireFields>({ entryId }),
    isMade: (present) => isDeepStrictEqual(present.fields, fields),
  });
}

/** Moves the values of an archived entry, which can be changed only while it isn't archived. */
async function moveArchived(context: MoveContext, archived: SpaceEntry, fields: Fields) {
  const { ask, type, layout, journal } = context;
  const entryId = archived.sys.id;
  const step = await journal.begin(type, archived, layout);
  const open = await ask(`unarchiving ${type} ${entryId}`, (client) =>
    client.entry.unarchive<WireFields>({ entryId }),
  );
  let written: ChangeResult<SpaceEntry> = { overtakenBy: open };
  let refusal: unknown;
  if (isDeepStrictEqual(moveValues(type, open, layout), fields)) {
    try {
      written = await writeFields(context, open, fields);
    } catch (error) {
      if (!(error instanceof ManagementError) || error.status !== 422) throw error;
      refusal = error;
    }
  }
  const isOvertaken = refusal === undefined && 'overtakenBy' in written;
  if (!isOvertaken) await archiveEntry(ask, type, entryId);
  await step.end();
  if (refusal) throw refusal;
  return isOvertaken ? 'was archived, and was changed meanwhile: it stays unarchived' : undefined;
}

/** Moves the values of one entry. Resolves to the reason why that is left undone, if it is. */
async function moveEntry(context: MoveContext, { latest, live }: EntryStates): Promise<string | undefined> {
  const { ask, type, former, layout, print } = context;
  const entryId = latest.sys.id;
  const fields = moveValues(type, latest, layout);
  const isArchived = latest.sys.archivedVersion !== undefined;
  if (
    isArchived &&
    isDeepStrictEqual(listFilledFields(fields, former), listFilledFields(latest.fields, former))
  )
    return undefined;
  for (const line of describeDoubled(type, latest, former, layout)) print(line);
  if (isArchived) return moveArchived(context, latest, fields);
  let moved = latest;
  if (!isDeepStrictEqual(fields, latest.fields)) {
    const result = await writeFields(context, latest, fields);
    if ('overtakenBy' in result) return changedMeanwhile;
    moved = result.changed;
  }
  // Publishing publishes no edit if the draft has the same values as what is published, however both are stored.
  const isEdited = !live || !isDeepStrictEqual(moveValues(type, live, layout), fields);
  if (isEdited || isDeepStrictEqual(live.fields, fields)) return undefined;
  const published = await attemptChange<SpaceEntry>(ask, {
    action: `publishing ${type} ${entryId}`,
    seen: moved,
    make: (client) => client.entry.publish<WireFields>({ entryId }, moved),
    get: (client) => client.entry.get<WireFields>({ entryId }),
    isMade: (present) => isFullyPublished(present) && isDeepStrictEqual(present.fields, fields),
  });
  return 'overtakenBy' in published ? changedMeanwhile : undefined;
}

/**
 * Moves the values of former fields to those that the space has in their place. What is published stays published, what
 * is archived stays archived, and no draft is published that says anything else. Repeating it after an interruption
 * gives the same result. Prints the entries that can't be moved. Rejects with a `ManagementError`.
 */
export async function moveFormerValues(context: MoveContext, { entries }: FormerValues): Promise<void> {
  const { type, former, print } = context;
  const holds = (entry: SpaceEntry | undefined) => former.some((id) => entry?.fields[id] !== undefined);
  const due = entries.filter(({ latest, live }) => holds(latest) || holds(live));
  const count = createProgressCounter(`Moving the values of type ${type}, entries`, due.length, print);
  for (const states of due) {
    try {
      const reason = await moveEntry(context, states);
      if (reason !== undefined) print(`${type} ${states.latest.sys.id} ${reason}.`);
    } catch (error) {
      if (!(error instanceof ManagementError) || error.status !== 422) throw error;
      for (const line of formatRefusal(error, type)) print(line);
    }
    count();
  }
}
