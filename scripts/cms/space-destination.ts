/** A Contentful space as the destination of imported entries. */
import type { ImportDestination } from './import/destination';
import type { Config } from '@/config/config';
import { requireManagement } from '@/config/space';
import { openSpaceStore } from './edit/space-store';
import { assertEnvironment, openManagement } from './management';
import { decodeStoredEntry } from './pull/pull-plan';
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
      for (const { key } of overtaken)
        print(`${key} was made in Contentful meanwhile, and is left as it is.`);
      return refused + overtaken.length;
    },
    change: async (changes) => {
      const store = await openSpaceStore(config, print);
      return store.save(changes);
    },
  };
}
