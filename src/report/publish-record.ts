/** Records the entries of a publish, so that the next report can describe what changed. */
import { hash } from 'node:crypto';
import { opportunityStage } from '@/model/time/closing';
import { typeFields } from '@/model/fields/type-fields';
import { entryKey, contentTypeNames } from '@/model/types/entry';
import { contentTypes, type Entry } from '@/model/types/types';
import { cacheByObject } from '@/model/cache-by-object';
import { z } from 'zod';
import { createEntryRef, type ReportableEntry } from './entry-ref';

const entryRecord = z.object({
  type: z.enum(contentTypeNames),
  id: z.string(),
  title: z.string(),
  /** The report shows the former values of status and closing date, so they are recorded as they are. */
  status: z.string().optional(),
  closes: z.string().optional(),
  /** The stage of an opportunity at that instant. */
  stage: z.string().optional(),
  /** A short hash of each field’s value: `fr.title`, `closes`. */
  fields: z.record(z.string(), z.string()),
});

export const publishRecord = z.object({
  /** The source's name for people. */
  source: z.string(),
  /** The instant (ms) that the build used as the present. */
  now: z.number(),
  entries: z.array(entryRecord),
});

export type EntryRecord = z.infer<typeof entryRecord>;
export type PublishRecord = z.infer<typeof publishRecord>;

/** Six characters are enough: two texts have the same hash once in a billion. */
const hashValue = (value: unknown) => hash('sha256', JSON.stringify(value), 'base64url').slice(0, 6);

/** Fields that programs keep: a change of them is none of the content. */
const internalFields = new Set(
  Object.values(contentTypes).flatMap((type) =>
    typeFields(type).flatMap(({ name, meta }) => (meta.widget === 'internal' ? [name] : [])),
  ),
);

const isText = (value: unknown): value is string => typeof value === 'string';

/** A short hash of each field of an entry: `fr.title`. A publish asks twice. */
const hashFields = cacheByObject((entry: ReportableEntry): EntryRecord['fields'] => {
  const texts = Object.entries(entry.locales).flatMap(([locale, fields = {}]) =>
    Object.entries(fields).map(([name, value]) => [`${locale}.${name}`, value] as const),
  );
  const isInternal = (name: string) => internalFields.has(name.split('.').at(-1) ?? name);
  const fields = [...texts, ...Object.entries(entry.shared)].filter(
    ([name, value]) => value !== undefined && !isInternal(name),
  );
  return Object.fromEntries(fields.map(([name, value]) => [name, hashValue(value)]));
});

function recordEntry(entry: Entry, now: number): EntryRecord {
  const { type, id, title } = createEntryRef(entry, '');
  const { status, closes } = entry.shared as { readonly status?: unknown; readonly closes?: unknown };
  const day = typeof closes === 'object' && closes !== null && 'date' in closes ? closes.date : undefined;
  return {
    type,
    id,
    title,
    ...(isText(status) && { status }),
    ...(isText(day) && { closes: day }),
    ...(entry.type === 'opportunity' && { stage: opportunityStage(entry.shared, now) }),
    fields: hashFields(entry),
  };
}

/** Creates the record of a publish. */
export function recordPublish(entries: readonly Entry[], source: string, now: number): PublishRecord {
  return { source, now, entries: entries.map((entry) => recordEntry(entry, now)) };
}

/** Returns the records by `entryKey`. */
export const indexByKey = ({ entries }: PublishRecord) =>
  new Map(entries.map((record) => [entryKey(record), record] as const));
