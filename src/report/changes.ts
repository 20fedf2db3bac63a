/** What changed since the previous publish, in words. */
import { formatDay } from '@/i18n/format/format';
import { languageName } from '@/i18n/names';
import { translator } from '@/i18n/translate';
import { fieldLabel } from '@/model/fields/field-label';
import { keyOf, type EntryRef } from './entry-ref';
import { byKey, type EntryRecord, type PublishRecord } from './record';

/** An entry that changed, and how. */
export interface ReportChange {
  readonly type: EntryRef['type'];
  readonly id: string;
  readonly title: string;
  /** Undefined where the source doesn’t have it any more. */
  readonly entry: EntryRef | undefined;
  /** What happened to it, each a phrase: `status: open → filled`. */
  readonly words: readonly string[];
}

export interface Changes {
  /** The instant (ms) of the publish that it is compared with. */
  readonly since: number;
  readonly added: readonly ReportChange[];
  readonly changed: readonly ReportChange[];
  readonly gone: readonly ReportChange[];
}

const t = translator('en');
const named = (language: string) => languageName(t, language);

const partsOf = (path: string) => {
  const [first = '', ...rest] = path.split('.');
  return rest.length > 0 ? { locale: first, name: rest.join('.') } : { locale: undefined, name: first };
};

const statusWords = (type: EntryRef['type'], status: string) =>
  t.maybe(type === 'opportunity' ? `status.${status}` : `publication.${status}`) ?? status;

function sharedWords(before: EntryRecord, now: EntryRecord, name: string): string {
  const { type } = now;
  if (name === 'status' && before.status !== undefined && now.status !== undefined)
    return `status: ${statusWords(type, before.status)} → ${statusWords(type, now.status)}`;
  if (name === 'closes') {
    const day = ({ closes }: EntryRecord) => (closes === undefined ? 'open-ended' : formatDay('en', closes));
    // The zone alone may have changed.
    if (before.closes !== now.closes) return `closes: ${day(before)} → ${day(now)}`;
  }
  return `“${fieldLabel(type, name, false)}”`;
}

/** Languages that came or went as a whole are said once. */
function wordsOf(before: EntryRecord, now: EntryRecord): string[] {
  const names = [...new Set([...Object.keys(before.fields), ...Object.keys(now.fields)])];
  const differing = names.filter((name) => before.fields[name] !== now.fields[name]);
  const languagesOf = ({ fields }: EntryRecord) =>
    new Set(Object.keys(fields).flatMap((name) => partsOf(name).locale ?? []));
  const [had, has] = [languagesOf(before), languagesOf(now)];
  const whole = [
    ...[...has].filter((language) => !had.has(language)).map((language) => [language, 'is new'] as const),
    ...[...had].filter((language) => !has.has(language)).map((language) => [language, 'is gone'] as const),
  ];
  const told = new Set(whole.map(([language]) => language));
  const isOver = before.stage !== 'closed' && now.stage === 'closed' && now.status !== 'closed';
  return [
    ...(isOver ? ['closed at the end of its last day'] : []),
    ...whole.map(([language, what]) => `the ${named(language)} text ${what}`),
    ...differing.flatMap((path) => {
      const { locale, name } = partsOf(path);
      if (locale === undefined) return [sharedWords(before, now, name)];
      return told.has(locale) ? [] : [`“${fieldLabel(now.type, name, true)}” in ${named(locale)}`];
    }),
  ];
}

/** Why an entry that was on the site isn’t any more. */
export type Whereabouts = ReadonlyMap<string, Whereabout>;

export interface Whereabout {
  readonly entry: EntryRef;
  readonly why: string;
}

/**
 * Compares two publishes of one source. `refs` are the entries on the site now, by `keyOf`; `elsewhere` those that the
 * source has and the site hasn’t.
 */
export function changesBetween(
  before: PublishRecord,
  now: PublishRecord,
  refs: ReadonlyMap<string, EntryRef>,
  elsewhere: Whereabouts,
): Changes {
  const [old, own] = [byKey(before), byKey(now)];
  const change = (
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
      .filter((record) => !old.has(keyOf(record)))
      .map((record) => change(record, refs.get(keyOf(record)), ['new on the site'])),
    changed: now.entries.flatMap((record) => {
      const former = old.get(keyOf(record));
      const words = former ? wordsOf(former, record) : [];
      return words.length === 0 ? [] : [change(record, refs.get(keyOf(record)), words)];
    }),
    gone: before.entries
      .filter((record) => !own.has(keyOf(record)))
      .map((record) => {
        const found = elsewhere.get(keyOf(record));
        return change(record, found?.entry, [found?.why ?? 'no longer in the source']);
      }),
  };
}
