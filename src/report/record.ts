/** What is remembered of the entries of a publish, so that the next one can say in words what changed. */
import { createHash } from 'node:crypto';
import { closingInstant } from '@/model/time/closing';
import { contentTypeNames } from '@/model/types/entry';
import { stageAt } from '@/model/time/lifecycle';
import { z } from 'zod';
import type { AnyEntry } from '@/pipeline/check/validate';
import { entryRef, keyOf, type Nameable } from './entry-ref';

const entryRecord = z.object({
  type: z.enum(contentTypeNames),
  id: z.string(),
  title: z.string(),
  /** Said as they were where they change, since they tell most. */
  status: z.string().optional(),
  closes: z.string().optional(),
  /** Where an opportunity stood at that instant. */
  stage: z.string().optional(),
  /** A short hash of each field’s value: `fr.title`, `closes`. */
  fields: z.record(z.string(), z.string()),
});

export const publishRecord = z.object({
  /** The source, as people say it. */
  source: z.string(),
  /** The instant (ms) that the build took for now. */
  now: z.number(),
  entries: z.array(entryRecord),
});

export type EntryRecord = z.infer<typeof entryRecord>;
export type PublishRecord = z.infer<typeof publishRecord>;

/** Nobody wants to make two texts of one hash here; by chance it happens once in a billion. */
const hashOf = (value: unknown) =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 6);

const isText = (value: unknown): value is string => typeof value === 'string';

function stageOf(entry: AnyEntry, now: number): { readonly stage: string } | undefined {
  if (entry.type !== 'opportunity') return undefined;
  const { status, closes } = entry.shared;
  return { stage: stageAt({ status, closesAt: closes && closingInstant(closes) }, now) };
}

function recordOf(own: AnyEntry, now: number): EntryRecord {
  const entry = own as unknown as Nameable;
  const { type, id, title } = entryRef(entry, '');
  const { status, closes } = entry.shared as { readonly status?: unknown; readonly closes?: unknown };
  const day = typeof closes === 'object' && closes !== null && 'date' in closes ? closes.date : undefined;
  const texts = Object.entries(entry.locales).flatMap(([locale, fields = {}]) =>
    Object.entries(fields).map(([name, value]) => [`${locale}.${name}`, value] as const),
  );
  const fields = [...texts, ...Object.entries(entry.shared)].filter(([, value]) => value !== undefined);
  return {
    type,
    id,
    title,
    ...(isText(status) && { status }),
    ...(isText(day) && { closes: day }),
    ...stageOf(own, now),
    fields: Object.fromEntries(fields.map(([name, value]) => [name, hashOf(value)])),
  };
}

/** The record of what a publish shows. */
export function recordPublish(entries: readonly AnyEntry[], source: string, now: number): PublishRecord {
  return { source, now, entries: entries.map((entry) => recordOf(entry, now)) };
}

/** The records by `keyOf`. */
export const byKey = ({ entries }: PublishRecord) =>
  new Map(entries.map((record) => [keyOf(record), record] as const));
