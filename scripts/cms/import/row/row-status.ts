/** Chooses the status of an entry: what the operator says counts before what the row says. */
import { excerpt } from '@/model/characters';
import { unwrap } from '@/model/fields/fields';
import { getImportFields } from '../import-fields';
import { readTerm } from '../values/cell-terms';
import type { Locale } from '@/i18n/locales';
import { z } from 'zod';
import type { ImportType } from '../import-types';
import { nameTerm } from '../values/find-term';
import type { RowContext } from './row-context';
import type { RowFinding } from './row-finding';

/** Statuses of opportunities that take no applications any more. */
const ended = new Set(['paused', 'filled', 'closed']);

/** The status of entries that are on the site. */
export const openStatus = { opportunity: 'open', organization: 'published' } as const;

/** Returns a new entry's status: that of the command, unless the row is over or the row's own counts. */
export function chooseStatus({ type, status }: RowContext, own: string | undefined): string {
  const open = openStatus[type];
  if (status === 'draft') return 'draft';
  if (status === 'sheet') return own ?? 'draft';
  return own !== undefined && ended.has(own) ? own : open;
}

/** Reads the status that a row says: a term of the model, or a usual word. */
export function readStatus(context: RowContext, said: unknown): string | undefined {
  const term = readTerm(statusSchema(context.type), String(said ?? ''), 'status', context);
  return term?.guessed === false ? term.id : undefined;
}

const statusSchema = (type: ImportType) => unwrap(getImportFields(type).get('status')?.schema ?? z.never());

/** Names a status in a language. */
export const nameStatus = (type: ImportType, id: string, language: Locale): string =>
  nameTerm(statusSchema(type), id, language);

/** Mentions a row's status where the entry gets another one. */
export function reportStatus(
  said: unknown,
  own: string | undefined,
  status: string,
  { type, reportLanguage }: RowContext,
): RowFinding[] {
  if (said === undefined || own === status) return [];
  const becomes = `the entry becomes “${nameStatus(type, status, reportLanguage)}”`;
  const base = { severity: 'warns' as const, field: 'status' };
  const word = excerpt(String(said), 40);
  return [
    own === undefined
      ? {
          ...base,
          code: 'status-unknown',
          word: String(said),
          message: `is “${word}”, which is no status; ${becomes}`,
          hint: 'Say under values in the mapping what the word means.',
        }
      : {
          ...base,
          code: 'status-overruled',
          message: `is “${word}” in the sheet; ${becomes}`,
          hint: 'Use --status sheet to follow the sheet.',
        },
  ];
}
