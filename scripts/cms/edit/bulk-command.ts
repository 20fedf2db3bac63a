/** `npm run cms -- bulk ACTION`: changes many opportunities at once. */
import type { Config } from '@/config/config';
import { rawEntryTitle } from '@/model/fields/entry-title';
import { formatProblem } from '@/model/problems';
import { siteTimeZone, zonedDay } from '@/model/time/posting';
import type { RawEntry } from '@/model/types/entry';
import { UsageError } from '@/terminal/command-line';
import { z } from 'zod';
import {
  bulkActions,
  planBulk,
  selectOpportunities,
  type BulkAction,
  type BulkSelection,
} from './bulk-changes';
import { openFolderStore, type EntryStore } from './entry-store';
import { readIds, suggestIds } from './read-ids';

export interface EditContext {
  readonly config: Config;
  readonly print: (line: string) => void;
}

export interface BulkOptions {
  readonly action: string;
  readonly organization?: string | undefined;
  /** Ids, separated by commas. */
  readonly entries?: string | undefined;
  readonly lastDay?: string | undefined;
  readonly contentful?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
}

/** Opens the content folder or the space. The client for Contentful is large, so it is loaded only where it is needed. */
export async function openEntryStore(
  { config, print }: EditContext,
  contentful: boolean | undefined,
): Promise<EntryStore> {
  if (contentful !== true) return openFolderStore(config.content.dir);
  const { openSpaceStore } = await import('./space-store');
  return openSpaceStore(config, print);
}

const isAction = (action: string): action is BulkAction =>
  (bulkActions as readonly string[]).includes(action);

function readLastDay(action: BulkAction, lastDay: string | undefined, today: string): string | undefined {
  if (action !== 'extend') {
    if (lastDay === undefined) return undefined;
    throw new UsageError(`--until is for extend: ${action} needs no day.`);
  }
  if (lastDay === undefined) throw new UsageError('extend needs the new last day: --until 2027-03-31.');
  if (!z.iso.date().safeParse(lastDay).success)
    throw new UsageError(`--until is “${lastDay}”. Write a day of the calendar like this: 2027-03-31.`);
  if (lastDay < today)
    throw new UsageError(`--until ${lastDay} is in the past: today is ${today}. Give a future day.`);
  return lastDay;
}

/** The most entries that are named because nothing changes in them. */
const fewUnchanged = 10;

/** Says why entries stay as they are: the action is for other statuses, or they are as wanted already. */
function formatUnchanged(unchanged: readonly RawEntry[]): string[] {
  if (unchanged.length > fewUnchanged) return [`  ${unchanged.length} more stay as they are.`];
  return unchanged.map(({ id, shared }) => {
    const closes = shared['closes'];
    const day =
      typeof closes === 'object' && closes !== null && 'date' in closes
        ? `, closes ${String(closes.date)}`
        : '';
    return `  stays  ${id}  its status is ${String(shared['status'])}${day}`;
  });
}

/** Throws a `UsageError` for an organization without opportunities, or ids that there are not. */
function assertFound(
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

/**
 * Changes the opportunities of an organization, or the named ones, and prints each. Resolves to the exit code: 1 where
 * one couldn't be changed, or with `dryRun` where there is something to change.
 */
export async function bulkEdit(options: BulkOptions, context: EditContext): Promise<number> {
  const { action, organization, entries, contentful, dryRun = false } = options;
  const { config, print } = context;
  if (!isAction(action))
    throw new UsageError(`bulk can’t “${action}”. Give one of ${bulkActions.join(', ')}.`);
  const ids = entries === undefined ? undefined : readIds(entries);
  if (organization === '' || ids?.length === 0 || (organization ?? ids) === undefined)
    throw new UsageError('Say which: --organization ID, or --entries ID,ID.');
  const store = await openEntryStore(context, contentful);
  const timeZone = siteTimeZone(store.entries);
  const today = zonedDay(config.site.now ?? Date.now(), timeZone);
  const lastDay = readLastDay(action, options.lastDay, today);
  const found = selectOpportunities(store.entries, { organization, ids });
  assertFound(found, options, ids, store);
  const planned = planBulk(action, found, { lastDay, today, timeZone });
  const unchanged = found.filter((entry) => !planned.some(({ before }) => before === entry));
  // Of an entry with unpublished changes, the draft may be as wanted, and the site isn’t.
  const considered = [
    ...planned.map(({ before }) => before),
    ...unchanged.filter(store.hasUnpublishedChanges),
  ];
  const locked = considered.flatMap((before) => {
    const reason = store.explainLocked(before);
    return reason === undefined ? [] : [{ before, reason }];
  });
  const changes = planned.filter(({ before }) => !locked.some((one) => one.before === before));
  for (const { before } of changes) print(`  ${action}  ${before.id}  ${rawEntryTitle(before)}`);
  for (const { before, reason } of locked) print(`  left   ${before.id}  ${reason}`);
  for (const line of formatUnchanged(unchanged.filter((one) => !store.hasUnpublishedChanges(one))))
    print(line);
  // An opportunity that can’t be read may belong to the organization.
  const unreadable = store.problems.filter(
    ({ type, id }) => type === 'opportunity' && (ids?.includes(id) ?? true),
  );
  for (const problem of unreadable) print(`  left   ${problem.id}  ${formatProblem(problem)}`);
  if (dryRun) {
    print(`Nothing was changed in ${store.name}.`);
    return planned.length + unreadable.length > 0 ? 1 : 0;
  }
  const refused = await store.save(changes);
  print(`Changed in ${store.name}: ${changes.length - refused}.`);
  return refused + locked.length + unreadable.length > 0 ? 1 : 0;
}
