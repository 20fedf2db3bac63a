/** A Contentful space whose entries a command changes. */
import { isDeepStrictEqual } from 'node:util';
import type { Config } from '@/config/config';
import type { RawEntry } from '@/model/types/entry';
import { encodeFields, type LocaleCodes, type WireFields } from '@/sources/contentful/wire';
import { createEntryRequests } from '../entry-requests';
import { formatRefusal } from '../format-refusal';
import { ManagementError, openSpace } from '../management';
import { decodeStoredEntry } from '../pull/plan-file';
import { isFullyPublished, readSpaceContent, type SpaceEntry } from '../space-content';
import { attemptChange } from '../transfer/attempt-change';
import { applyPush } from '../push/push-apply';
import { planPush } from '../push/push-plan';
import type { EntryStore } from './entry-store';

type Fields = SpaceEntry['fields'];

/** Returns the stored fields with the changed ones replaced; a field that has no value any more is removed. */
function changeFields(stored: Fields, before: RawEntry, after: RawEntry, codes: LocaleCodes): Fields {
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

/** Says why a command can't change an entry; undefined if it can. */
function explainLocked(stored: SpaceEntry): string | undefined {
  if (stored.sys.archivedVersion !== undefined) return 'is archived';
  return stored.sys.publishedVersion !== undefined && !isFullyPublished(stored)
    ? 'has changes in Contentful that aren’t published: publish or discard them first'
    : undefined;
}

/**
 * Opens the configured space. An entry that is published as it stands is published again after a change; a draft stays
 * one. Rejects with an `OperatorError` if the space can't be read or lacks the model.
 */
export async function openSpaceStore(config: Config, print: (line: string) => void): Promise<EntryStore> {
  const { target, ask } = await openSpace(config);
  const space = await readSpaceContent(ask, print);
  const { codes, locales } = space.locales;
  const requests = createEntryRequests(space);
  const entryName = ({ type, id }: Pick<RawEntry, 'type' | 'id'>) => `${type} ${id}`;

  /** Resolves to false if Contentful has a later version than the one that was read. */
  const change = async (before: RawEntry, after: RawEntry, seen: SpaceEntry): Promise<boolean> => {
    const name = entryName(after);
    const fields = changeFields(seen.fields, before, after, codes);
    const written = await attemptChange(ask, `writing ${name}`, requests.update(seen, fields));
    if (!written || seen.sys.publishedVersion === undefined) return written !== undefined;
    const published = await attemptChange(ask, `publishing ${name}`, requests.publish(written));
    return published !== undefined;
  };

  return {
    name: `space ${target.space}, environment ${target.environment}`,
    entries: [...space.entries.values()].flatMap(
      (stored) => decodeStoredEntry(stored, codes, stored.sys.publishedVersion !== undefined) ?? [],
    ),
    ids: new Set(space.entries.keys()),
    locales,
    entryName,
    save: async (changes) => {
      const added = changes.flatMap(({ before, after }) => (before ? [] : [after]));
      const { refused, overtaken } = await applyPush(ask, planPush(added, [], space), print);
      for (const key of overtaken) print(`${key} was made in Contentful meanwhile, and is left as it is.`);
      let left = refused + overtaken.length;
      for (const { before, after } of changes) {
        const seen = before && space.entries.get(before.id);
        if (!before || !seen) continue;
        const name = entryName(after);
        const reason = explainLocked(seen);
        try {
          if (reason === undefined && (await change(before, after, seen))) continue;
          print(`${name} ${reason ?? 'was changed in Contentful meanwhile, and is left as it is'}.`);
        } catch (error) {
          if (!(error instanceof ManagementError) || error.status !== 422) throw error;
          for (const line of formatRefusal(error, after.type)) print(line);
        }
        left += 1;
      }
      return left;
    },
  };
}
