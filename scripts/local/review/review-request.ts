/** The requests that the review page may send to its server. */
import { locales } from '@/i18n/locales';
import { contentTypeNames } from '@/model/types/entry';
import { z } from 'zod';
import { rowStates } from './review-types';

const rowId = z.string().min(1).max(2000);
const text = z.string().max(100_000);

/** The rows that a page shows, and the language of its texts. */
const shown = z.strictObject({
  language: z.enum(locales),
  state: z.enum(rowStates).optional(),
  /** Words of the title. */
  words: z.string().max(200).default(''),
  page: z.int().min(1).default(1),
  /** These rows in place of those of a page, so that they stay while they are corrected. */
  ids: z.array(rowId).max(100).optional(),
});

export type ReviewQuery = z.output<typeof shown>;

const place = z.union([z.strictObject({ column: z.string() }), z.strictObject({ field: z.string() })]);

const ask = <Name extends string, Shape extends z.core.$ZodShape>(name: Name, shape: Shape) =>
  z.strictObject({ action: z.literal(name), query: shown, ...shape });

/** The requests that the page may send. `seen` is what the page showed before: a change of what it didn't show is refused. */
export const reviewRequest = z.discriminatedUnion('action', [
  ask('view', {}),
  /** Reads the sheet and the entries again. */
  ask('refresh', {}),
  ask('correct', { row: rowId, place, seen: text, text }),
  /** Takes a correction back. */
  ask('restore', { row: rowId, place, seen: text }),
  /** Chooses the meaning of a word in all rows; none for null. */
  ask('mean', { path: z.string(), word: text, seen: z.string().nullable(), id: z.string().nullable() }),
  /** Chooses the field of a column in all rows; none for null. */
  ask('column', { column: z.string().max(1000), field: z.string().max(200).nullable() }),
  ask('dates', { order: z.enum(['dmy', 'mdy']).nullable() }),
  /** Accepts rows as they are shown, by the hashes of their cells. */
  ask('accept', { rows: z.array(z.strictObject({ id: rowId, hash: z.string() })).max(100) }),
  ask('acceptReady', {}),
  /** Accepts the rows that become drafts to be completed. */
  ask('acceptDrafts', {}),
  ask('withdraw', { rows: z.array(rowId).max(100) }),
  ask('setAside', { rows: z.array(rowId).max(100) }),
  ask('bringBack', { rows: z.array(rowId).max(100) }),
  ask('save', {}),
  /** Every cell of a row. */
  ask('cells', { row: rowId }),
  /** The entries of a type, which fields name. */
  ask('entries', { of: z.enum(contentTypeNames) }),
]);

export type ReviewRequest = z.output<typeof reviewRequest>;
