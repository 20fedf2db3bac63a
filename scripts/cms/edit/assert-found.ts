import type { RawEntry } from '@/model/types/entry';
import { UsageError } from '@/terminal/command-line';
import type { BulkSelection } from './bulk-changes';
import type { EntryStore } from './entry-store';
import { suggestIds } from './read-ids';

/** Throws a `UsageError` for an organization without opportunities, or ids that there are not. */
export function assertFound(
  found: readonly RawEntry[],
  { organization }: Pick<BulkSelection, 'organization'>,
  ids: readonly string[] | undefined,
  store: EntryStore,
): void {
  const idsOf = (wanted: RawEntry['type']) =>
    store.entries.flatMap(({ type, id }) => (type === wanted ? [id] : []));
  const organizations = idsOf('organization');
  if (organization !== undefined && !organizations.includes(organization))
    throw new UsageError(
      `There is no organization “${organization}” in ${store.name}. Give its id, as its file or entry is called.${suggestIds([organization], organizations)}`,
    );
  const isUnreadable = (id: string) =>
    store.problems.some((one) => one.type === 'opportunity' && one.id === id);
  const missing = ids?.filter((id) => !found.some((entry) => entry.id === id) && !isUnreadable(id)) ?? [];
  if (missing.length > 0)
    throw new UsageError(
      `There is no opportunity ${missing.join(', ')}${organization === undefined ? '' : ` of ${organization}`} in ${store.name}. Give ids as files or entries are called.${suggestIds(missing, idsOf('opportunity'))}`,
    );
  if (found.length === 0 && ids === undefined)
    throw new UsageError(`The organization ${String(organization)} has no opportunity in ${store.name}.`);
}
