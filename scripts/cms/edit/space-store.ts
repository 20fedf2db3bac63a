/** A Contentful space whose entries a command changes. */
import { isDeepStrictEqual } from 'node:util';
import type { Config } from '@/config/config';
import { requireManagement } from '@/config/space';
import type { RawEntry } from '@/model/types/entry';
import { encodeFields, type LocaleCodes, type WireFields } from '@/sources/contentful/wire';
import { createEntryRequests } from '../entry-requests';
import { formatRefusal } from '../format-refusal';
import { assertEnvironment, ManagementError, openManagement } from '../management';
import { decodeStoredEntry } from '../pull/plan-file';
import { isFullyPublished, readSpaceContent, type SpaceEntry } from '../space-content';
import { attemptChange } from '../transfer/attempt-change';
import type { EntryChange, EntryStore } from './entry-store';

type Fields = SpaceEntry['fields'];

/** Returns the stored fields with the changed ones replaced; a field that has no value any more is removed. */
function changeFields(stored: Fields, { before, after }: EntryChange, codes: LocaleCodes): Fields {
  const [from, to] = [before, after].map((entry) => encodeFields(entry.type, entry, codes)) as [
    WireFields,
    WireFields,
  ];
  const changed = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter(
    (id) => !isDeepStrictEqual(from[id], to[id]),
  );
  const fields = Object.entries(stored).filter(([id]) => !(changed.includes(id) && to[id] === undefined));
  const replaced = changed.flatMap((id) => (to[id] === undefined ? [] : [[id, to[id]] as const]));
  return structuredClone(Object.fromEntries([...fields, ...replaced])) as Fields;
}

/**
 * Opens the configured space. An entry that is published as it stands is published again after a change; a draft stays
 * one. Rejects with an `OperatorError` if the space can't be read or lacks the model.
 */
export async function openSpaceStore(config: Config, print: (line: string) => void): Promise<EntryStore> {
  const target = requireManagement(config);
  const ask = openManagement(target);
  await assertEnvironment(ask, target);
  const space = await readSpaceContent(ask, print);
  const { codes } = space.locales;
  const requests = createEntryRequests(space);
  const storedOf = ({ id }: Pick<RawEntry, 'id'>) => space.entries.get(id);
  const entries = [...space.entries.values()].flatMap(
    (stored) => decodeStoredEntry(stored, codes, stored.sys.publishedVersion !== undefined) ?? [],
  );

  const hasUnpublishedChanges = (entry: RawEntry) => {
    const stored = storedOf(entry);
    return stored?.sys.publishedVersion !== undefined && !isFullyPublished(stored);
  };

  const change = async (one: EntryChange, seen: SpaceEntry): Promise<boolean> => {
    const { type, id } = one.after;
    const fields = changeFields(seen.fields, one, codes);
    const written = await attemptChange(ask, `writing ${type} ${id}`, requests.update(seen, fields));
    if (!written) return false;
    if (seen.sys.publishedVersion === undefined) return true;
    const published = await attemptChange(ask, `publishing ${type} ${id}`, requests.publish(written));
    return published !== undefined;
  };

  return {
    name: `space ${target.space}, environment ${target.environment}`,
    entries,
    problems: [],
    explainLocked: (entry) =>
      storedOf(entry)?.sys.archivedVersion !== undefined
        ? 'is archived'
        : hasUnpublishedChanges(entry)
          ? 'has changes in Contentful that aren’t published: publish or discard them first'
          : undefined,
    save: async (changes) => {
      let refused = 0;
      for (const one of changes) {
        const { type, id } = one.after;
        const seen = storedOf(one.after);
        try {
          if (seen && (await change(one, seen))) continue;
          print(`${type} ${id} was changed in Contentful meanwhile, and is left as it is.`);
        } catch (error) {
          if (!(error instanceof ManagementError) || error.status !== 422) throw error;
          for (const line of formatRefusal(error, type)) print(line);
        }
        refused += 1;
      }
      return refused;
    },
  };
}
