/** Describes in words what changed since the previous publish. */
import { formatDay } from '@/i18n/format/format';
import { languageName } from '@/i18n/names';
import { translator } from '@/i18n/translate';
import { fieldLabel } from '@/model/fields/field-label';
import { entryRefKey, type EntryRef } from './entry-ref';
import { indexByKey, type EntryRecord, type PublishRecord } from './publish-record';

/** An entry that changed, and how. */
export interface ReportChange {
  readonly type: EntryRef['type'];
  readonly id: string;
  readonly title: string;
  /** Undefined if the source doesn’t have it any more. */
  readonly entry: EntryRef | undefined;
  /** The changes, each as a phrase: `status: open → filled`. */
  readonly words: readonly string[];
}

export interface ReportChanges {
  /** The instant (ms) of the publish that it is compared with. */
  readonly since: number;
  readonly added: readonly ReportChange[];
  readonly changed: readonly ReportChange[];
  readonly gone: readonly ReportChange[];
}

const t = translator('en');
const formatLanguage = (language: string) => languageName(t, language);

const splitFieldPath = (path: string) => {
  const [first = '', ...rest] = path.split('.');
  return rest.length > 0 ? { locale: first, name: rest.join('.') } : { locale: undefined, name: first };
};

const formatStatus = (type: EntryRef['type'], status: string) =>
  t.maybe(type === 'opportunity' ? `status.${status}` : `publication.${status}`) ?? status;

function describeSharedField(before: EntryRecord, now: EntryRecord, name: string): string {
  const { type } = now;
  if (name === 'status' && before.status !== undefined && now.status !== undefined)
    return `status: ${formatStatus(type, before.status)} → ${formatStatus(type, now.status)}`;
  if (name === 'closes') {
    const day = ({ closes }: EntryRecord) => (closes === undefined ? 'open-ended' : formatDay('en', closes));
    // The zone alone may have changed.
    if (before.closes !== now.closes) return `closes: ${day(before)} → ${day(now)}`;
  }
  return `“${fieldLabel(type, name, false)}”`;
}

/** Describes the changes of an entry. A language that was added or removed as a whole is one change. */
function describeChanges(before: EntryRecord, now: EntryRecord): string[] {
  const names = [...new Set([...Object.keys(before.fields), ...Object.keys(now.fields)])];
  const differing = names.filter((name) => before.fields[name] !== now.fields[name]);
  const languagesOf = ({ fields }: EntryRecord) =>
    new Set(Object.keys(fields).flatMap((name) => splitFieldPath(name).locale ?? []));
  const [had, has] = [languagesOf(before), languagesOf(now)];
  const whole = [
    ...[...has].filter((language) => !had.has(language)).map((language) => [language, 'is new'] as const),
    ...[...had].filter((language) => !has.has(language)).map((language) => [language, 'is gone'] as const),
  ];
  const told = new Set(whole.map(([language]) => language));
  const isOver = before.stage !== 'closed' && now.stage === 'closed' && now.status !== 'closed';
  return [
    ...(isOver ? ['closed at the end of its last day'] : []),
    ...whole.map(([language, what]) => `the ${formatLanguage(language)} text ${what}`),
    ...differing.flatMap((path) => {
      const { locale, name } = splitFieldPath(path);
      if (locale === undefined) return [describeSharedField(before, now, name)];
      return told.has(locale) ? [] : [`“${fieldLabel(now.type, name, true)}” in ${formatLanguage(locale)}`];
    }),
  ];
}

/** Entries that are no longer on the site, by `entryRefKey`. */
export type MissingEntries = ReadonlyMap<string, MissingEntry>;

export interface MissingEntry {
  readonly entry: EntryRef;
  readonly why: string;
}

/**
 * Compares two publishes of one source. `refs` are the entries on the site now, by `entryRefKey`; `missing` are those that
 * the source has but the site hasn’t.
 */
export function compareRecords(
  before: PublishRecord,
  now: PublishRecord,
  refs: ReadonlyMap<string, EntryRef>,
  missing: MissingEntries,
): ReportChanges {
  const [formerRecords, presentRecords] = [indexByKey(before), indexByKey(now)];
  const createChange = (
    record: EntryRecord,
    entry: EntryRef | undefined,
    words: readonly string[],
  ): ReportChange => {
    const { type, id, title } = record;
    return { type, id, title, entry, words };
  };
  return {
    since: before.now,
    added: now.entries
      .filter((record) => !formerRecords.has(entryRefKey(record)))
      .map((record) => createChange(record, refs.get(entryRefKey(record)), ['new on the site'])),
    changed: now.entries.flatMap((record) => {
      const former = formerRecords.get(entryRefKey(record));
      const words = former ? describeChanges(former, record) : [];
      return words.length === 0 ? [] : [createChange(record, refs.get(entryRefKey(record)), words)];
    }),
    gone: before.entries
      .filter((record) => !presentRecords.has(entryRefKey(record)))
      .map((record) => {
        const found = missing.get(entryRefKey(record));
        return createChange(record, found?.entry, [found?.why ?? 'no longer in the source']);
      }),
  };
}
