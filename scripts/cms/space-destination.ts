/** A Contentful space as the destination of imported entries. */
import { isDeepStrictEqual } from 'node:util';
import type { EntryChange } from './edit/entry-store';
import type { ImportDestination } from './import/destination';
import type { Config } from '@/config/config';
import { requireManagement } from '@/config/space';
import { openSpaceStore } from './edit/space-store';
import { assertEnvironment, openManagement } from './management';
import { decodeStoredEntry } from './pull/plan-file';
import { applyPush } from './push/push-apply';
import { planPush } from './push/push-plan';
import { readSpaceContent } from './space-content';

/** Opens the configured space. Rejects with an `OperatorError` if it can't be read or lacks the model. */
export async function openSpaceDestination(
  config: Config,
  print: (line: string) => void,
): Promise<ImportDestination> {
  const target = requireManagement(config);
  const ask = openManagement(target);
  await assertEnvironment(ask, target);
  const space = await readSpaceContent(ask, print);
  const { codes, locales } = space.locales;
  // A link may lead to an entry whether it is published or not.
  const entries = [...space.entries.values()].flatMap(
    (stored) => decodeStoredEntry(stored, codes, true) ?? [],
  );
  return {
    name: `space ${target.space}, environment ${target.environment}`,
    existing: { entries, ids: new Set(space.entries.keys()), locales },
    entryName: ({ type, id }) => `${type} ${id}`,
    save: async (imported) => {
      const { refused, overtaken } = await applyPush(ask, planPush(imported, [], space), print);
      for (const key of overtaken) print(`${key} was made in Contentful meanwhile, and is left as it is.`);
      return refused + overtaken.length;
    },
    change: async (changes) => {
      const store = await openSpaceStore(config, print);
      const present = new Map(store.entries.map((entry) => [entry.id, entry]));
      const explain = ({ before: { id } }: EntryChange) => {
        const now = present.get(id);
        const stored = space.entries.get(id);
        const then = stored && decodeStoredEntry(stored, codes, stored.sys.publishedVersion !== undefined);
        const isSame =
          isDeepStrictEqual(now?.shared, then?.shared) && isDeepStrictEqual(now?.locales, then?.locales);
        if (!now || !isSame) return 'was changed in Contentful meanwhile, and is left as it is';
        return store.explainLocked(now);
      };
      const refused = changes.flatMap((one) => {
        const reason = explain(one);
        if (reason === undefined) return [];
        print(`${one.before.type} ${one.before.id} ${reason}.`);
        return [one];
      });
      return refused.length + (await store.save(changes.filter((one) => !refused.includes(one))));
    },
  };
}
