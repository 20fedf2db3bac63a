/** `npm run cms -- bulk ACTION` and `copy ID`: change many opportunities at once, or begin one from another. */
import type { Config } from '@/config/config';
import { rawEntryTitle } from '@/model/fields/entry-title';
import { entryId } from '@/model/fields/fields';
import { siteTimeZone, zonedDay } from '@/model/time/posting';
import type { RawEntry } from '@/model/types/entry';
import { UsageError } from '@/terminal/command-line';
import { z } from 'zod';
import { openFolderDestination, type ImportDestination } from '../import/destination';
import { bulkActions, copyOpportunity, planBulk, selectOpportunities, type BulkAction } from './bulk-changes';
import { openFolderStore, type EntryStore } from './entry-store';

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
export async function openStore(
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
  if (lastDay === undefined || !z.iso.date().safeParse(lastDay).success)
    throw new UsageError('extend needs the new last day: --until 2027-03-31.');
  if (lastDay < today)
    throw new UsageError(`--until ${lastDay} is over: today is ${today}. Give a day to come.`);
  return lastDay;
}

/** Says what was not found: an organization without opportunities, or ids that there are not. */
function assertFound(
  found: readonly RawEntry[],
  { organization, entries }: BulkOptions,
  ids: readonly string[] | undefined,
  store: EntryStore,
): void {
  const missing = ids?.filter((id) => !found.some((entry) => entry.id === id)) ?? [];
  if (missing.length > 0)
    throw new UsageError(
      `${store.name} has no opportunity ${missing.join(', ')}${organization === undefined ? '' : ` of ${organization}`}. Give ids as files or entries are called.`,
    );
  if (found.length > 0) return;
  const known = store.entries.some(({ type, id }) => type === 'organization' && id === organization);
  throw new UsageError(
    known
      ? `The organization ${String(organization)} has no opportunity.`
      : `${store.name} has no organization ${String(organization ?? entries)}. Give its id, as its file or entry is called.`,
  );
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
  if (organization === undefined && entries === undefined)
    throw new UsageError('Say which: --organization ID, or --entries ID,ID.');
  const store = await openStore(context, contentful);
  const timeZone = siteTimeZone(store.entries);
  const today = zonedDay(config.site.now ?? Date.now(), timeZone);
  const lastDay = readLastDay(action, options.lastDay, today);
  const ids = entries?.split(',').map((id) => id.trim());
  const found = selectOpportunities(store.entries, { organization, ids });
  assertFound(found, options, ids, store);
  const planned = planBulk(action, found, { lastDay, today, timeZone });
  const locked = planned.flatMap(({ before }) => {
    const reason = store.explainLocked(before);
    return reason === undefined ? [] : [{ before, reason }];
  });
  const changes = planned.filter(({ before }) => !locked.some((one) => one.before === before));
  for (const { before } of changes) print(`  ${action}  ${before.id}  ${rawEntryTitle(before)}`);
  for (const { before, reason } of locked) print(`  left   ${before.id}  ${reason}`);
  const rest = found.length - planned.length;
  if (rest > 0) print(`  ${rest} more stay as they are.`);
  if (dryRun) {
    print(`Nothing was changed in ${store.name}.`);
    return planned.length > 0 ? 1 : 0;
  }
  const refused = await store.save(changes);
  print(`Changed in ${store.name}: ${changes.length - refused}.`);
  return refused + locked.length > 0 ? 1 : 0;
}

export interface CopyOptions {
  readonly from: string;
  /** The id of the copy; the former one with a number if it is missing. */
  readonly to?: string | undefined;
  readonly contentful?: boolean | undefined;
}

function nameCopy(from: string, wanted: string | undefined, taken: ReadonlySet<string>): string {
  if (wanted !== undefined) {
    if (!entryId.safeParse(wanted).success)
      throw new UsageError(
        `--id is “${wanted}”. Give 1 to 64 letters, digits, dots, hyphens or underscores.`,
      );
    if (taken.has(wanted)) throw new UsageError(`There is an entry ${wanted} already. Give another --id.`);
    return wanted;
  }
  for (let number = 2; ; number++) {
    const id = `${from.slice(0, 60)}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** Copies an opportunity as a draft without its dates. Resolves to the exit code. */
export async function copyEntry(
  { from, to, contentful }: CopyOptions,
  { config, print }: EditContext,
): Promise<number> {
  const destination: ImportDestination =
    contentful === true
      ? await (await import('../space-destination')).openSpaceDestination(config, print)
      : await openFolderDestination(config.content.dir, config.content.dir);
  const { entries, ids } = destination.existing;
  const original = entries.find(({ type, id }) => type === 'opportunity' && id === from);
  if (!original)
    throw new UsageError(
      `${destination.name} has no opportunity ${from}. Give its id, as its file or entry is called.`,
    );
  const today = zonedDay(config.site.now ?? Date.now(), siteTimeZone(entries));
  const copy = copyOpportunity(original, nameCopy(from, to, ids), today);
  const refused = await destination.save([copy]);
  if (refused > 0) return 1;
  print(
    `Made ${destination.entryName(copy)}, a draft without dates. Give it a day of posting and a last day.`,
  );
  return 0;
}
