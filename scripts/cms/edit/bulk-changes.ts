/** The changes that editors make to many opportunities at once. Pure. */
import type { RawEntry } from '@/model/types/entry';
import type { EntryChange } from './entry-store';

export const bulkActions = ['close', 'pause', 'reopen', 'extend'] as const;

export type BulkAction = (typeof bulkActions)[number];

/** The opportunities to change. */
export interface BulkSelection {
  /** The id of their organization. */
  readonly organization?: string | undefined;
  /** Their own ids. */
  readonly ids?: readonly string[] | undefined;
}

interface BulkSettings {
  /** For `extend`: the new last day for applications, `YYYY-MM-DD`. */
  readonly lastDay?: string | undefined;
  /** The present day of the site, `YYYY-MM-DD`. */
  readonly today: string;
  /** The time zone of the site, for opportunities that had no last day. */
  readonly timeZone: string;
}

/** The statuses that an action changes. */
const changedStatuses: Readonly<Record<BulkAction, readonly string[]>> = {
  close: ['open', 'paused'],
  pause: ['open'],
  reopen: ['paused', 'closed', 'filled'],
  extend: ['open', 'paused'],
};

const newStatus = { close: 'closed', pause: 'paused', reopen: 'open' } as const;

/** Finds the opportunities of a selection, in the order of the entries. */
export function selectOpportunities(
  entries: readonly RawEntry[],
  { organization, ids }: BulkSelection,
): RawEntry[] {
  const wanted = ids && new Set(ids);
  return entries.filter(
    ({ type, id, shared }) =>
      type === 'opportunity' &&
      (organization === undefined || shared['organization'] === organization) &&
      (wanted === undefined || wanted.has(id)),
  );
}

function changeShared(
  action: BulkAction,
  shared: RawEntry['shared'],
  settings: BulkSettings,
): RawEntry['shared'] {
  const { today: updated, lastDay: date, timeZone } = settings;
  if (action !== 'extend') return { ...shared, status: newStatus[action], updated };
  const closes = shared['closes'];
  return { ...shared, closes: { zone: timeZone, ...(typeof closes === 'object' && closes), date }, updated };
}

/** Returns what an action changes; an opportunity that is as wanted already isn't among it. */
export function planBulk(
  action: BulkAction,
  opportunities: readonly RawEntry[],
  settings: BulkSettings,
): EntryChange[] {
  return opportunities
    .filter(({ shared }) => changedStatuses[action].includes(String(shared['status'])))
    .filter(({ shared }) => {
      const closes = shared['closes'];
      const day = typeof closes === 'object' && closes !== null && 'date' in closes ? closes.date : undefined;
      return action !== 'extend' || day !== settings.lastDay;
    })
    .map((before) => ({
      before,
      after: { ...before, shared: changeShared(action, before.shared, settings) },
    }));
}

/** Fields that belong to the opportunity that was copied: its days, addresses and what editors said of it. */
const notCopied = [
  ...['posted', 'starts', 'closes', 'reviewBy', 'lastVerified', 'confirmedOn', 'featured', 'provenance'],
];
const addressFields = ['slug', 'formerSlugs'];

const without = (fields: RawEntry['shared'], names: readonly string[]) =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

/** Copies an opportunity as a draft without its dates. `id` is the new id, `today` is `YYYY-MM-DD`. */
export function copyOpportunity(entry: RawEntry, id: string, today: string): RawEntry {
  return {
    ...entry,
    id,
    locales: Object.fromEntries(
      Object.entries(entry.locales).map(([locale, fields]) => [locale, without(fields, addressFields)]),
    ),
    shared: { ...without(entry.shared, notCopied), status: 'draft', updated: today },
  };
}
