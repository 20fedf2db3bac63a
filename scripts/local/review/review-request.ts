/** The requests that the page of a review may send to its server. */
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

const column = z.string().max(1000);

const ask = <Name extends string, Shape extends z.core.$ZodShape>(name: Name, shape: Shape) =>
  z.strictObject({ action: z.literal(name), query: shown, ...shape });

/** The requests that the page may send. */
export const reviewRequest = z.discriminatedUnion('action', [
  ask('view', {}),
  /** Reads the sheet and the entries again. */
  ask('refresh', {}),
  /** Corrects a cell. `seen` is what the page showed before; the sheet's own text takes a correction back. */
  ask('correct', { row: rowId, column, seen: text, text }),
  /** Chooses the meaning of a word in all rows; none for null. */
  ask('mean', { path: z.string(), word: text, id: z.string().nullable() }),
  /** Chooses the field of a column in all rows; none for null. */
  ask('column', { column, field: z.string().max(200).nullable() }),
  ask('dates', { order: z.enum(['dmy', 'mdy']).nullable() }),
  /** Decides about a row. `hash` is that of the cells as they are shown. */
  ask('decide', {
    row: rowId,
    hash: z.string(),
    decision: z.enum(['accept', 'withdraw', 'setAside', 'bringBack']),
  }),
  /** Accepts all rows of a state: drafts are to be completed. */
  ask('acceptAll', { state: z.enum(['ready', 'draft']) }),
  ask('save', {}),
  /** The entries of a type, which fields name. */
  ask('entries', { of: z.enum(contentTypeNames) }),
]);

export type ReviewRequest = z.output<typeof reviewRequest>;
