/** Finds what changed since the previous publish. */
import { entryKey } from '@/model/types/entry';
import type { EntryRef } from './entry-ref';
import { indexByKey, type EntryRecord, type PublishRecord } from './publish-record';

/** Why an entry is no longer on the site: it may have gone from the source. */
export type MissingReason = 'draft' | 'coming' | 'waiting' | 'left-out' | 'deleted';

/** One change of an entry. */
export type ChangeDetail =
  | { readonly kind: 'new' }
  /** It closed at the end of its last day. */
  | { readonly kind: 'over' }
  | { readonly kind: 'missing'; readonly why: MissingReason }
  /** All texts in a language. */
  | { readonly kind: 'language-added' | 'language-removed'; readonly locale: string }
  | { readonly kind: 'status'; readonly before: string; readonly now: string }
  /** Days; undefined is open-ended. */
  | { readonly kind: 'closes'; readonly before: string | undefined; readonly now: string | undefined }
  /** Another field, by its path. */
  | { readonly kind: 'field'; readonly name: string; readonly locale?: string };

/** An entry that changed, and how. Of one that the source doesn’t have any more, the id is all that is left of its place. */
export interface ReportChange extends EntryRef {
  readonly details: readonly ChangeDetail[];
}

export interface ReportChanges {
  /** The instant (ms) of the publish that it is compared with. */
  readonly since: number;
  readonly added: readonly ReportChange[];
  readonly changed: readonly ReportChange[];
  readonly gone: readonly ReportChange[];
}

const splitFieldPath = (path: string) => {
  const [first = '', ...rest] = path.split('.');
  return rest.length > 0 ? { locale: first, name: rest.join('.') } : { locale: undefined, name: first };
};

function describeSharedField(before: EntryRecord, now: EntryRecord, name: string): ChangeDetail {
  if (name === 'status' && before.status !== undefined && now.status !== undefined)
    return { kind: 'status', before: before.status, now: now.status };
  // The zone alone may have changed.
  if (name === 'closes' && before.closes !== now.closes)
    return { kind: 'closes', before: before.closes, now: now.closes };
  return { kind: 'field', name };
}

/** Describes the changes of an entry. A language that was added or removed as a whole is one change. */
function describeChanges(before: EntryRecord, now: EntryRecord): ChangeDetail[] {
  const names = [...new Set([...Object.keys(before.fields), ...Object.keys(now.fields)])];
  const differing = names.filter((name) => before.fields[name] !== now.fields[name]);
  const languagesOf = ({ fields }: EntryRecord) =>
    new Set(Object.keys(fields).flatMap((name) => splitFieldPath(name).locale ?? []));
  const [had, has] = [languagesOf(before), languagesOf(now)];
  const added = [...has].filter((language) => !had.has(language));
  const removed = [...had].filter((language) => !has.has(language));
  const whole = new Set([...added, ...removed]);
  const isOver = before.stage !== 'closed' && now.stage === 'closed' && now.status !== 'closed';
  return [
    ...(isOver ? [{ kind: 'over' } as const] : []),
    ...added.map((locale) => ({ kind: 'language-added', locale }) as const),
    ...removed.map((locale) => ({ kind: 'language-removed', locale }) as const),
    ...differing.flatMap((path): ChangeDetail[] => {
      const { locale, name } = splitFieldPath(path);
      if (locale === undefined) return [describeSharedField(before, now, name)];
      return whole.has(locale) ? [] : [{ kind: 'field', name, locale }];
    }),
  ];
}

/** An entry of the source that isn’t on the site. */
export interface MissingEntry {
  readonly entry: EntryRef;
  readonly why: MissingReason;
}

/**
 * Compares two publishes of one source. `refs` are the entries on the site now, by `entryKey`; `missing` are those that
 * the source has but the site hasn’t.
 */
export function compareRecords(
  before: PublishRecord,
  now: PublishRecord,
  refs: ReadonlyMap<string, EntryRef>,
  missing: ReadonlyMap<string, MissingEntry>,
): ReportChanges {
  const [formerRecords, presentRecords] = [indexByKey(before), indexByKey(now)];
  const createChange = (
    record: EntryRecord,
    entry: EntryRef | undefined,
    details: readonly ChangeDetail[],
  ): ReportChange => {
    const { type, id, title } = record;
    const lost = { type, id, where: id, edit: undefined, isLocal: false };
    return { ...(entry ?? lost), title, details };
  };
  return {
    since: before.now,
    added: now.entries
      .filter((record) => !formerRecords.has(entryKey(record)))
      .map((record) => createChange(record, refs.get(entryKey(record)), [{ kind: 'new' }])),
    changed: now.entries.flatMap((record) => {
      const former = formerRecords.get(entryKey(record));
      const details = former ? describeChanges(former, record) : [];
      return details.length === 0 ? [] : [createChange(record, refs.get(entryKey(record)), details)];
    }),
    gone: before.entries
      .filter((record) => !presentRecords.has(entryKey(record)))
      .map((record) => {
        const found = missing.get(entryKey(record));
        return createChange(record, found?.entry, [{ kind: 'missing', why: found?.why ?? 'deleted' }]);
      }),
  };
}
