/** Chooses the status of an entry: what the operator says counts before what the row says. */
import { excerpt } from '@/model/characters';
import { unwrap } from '@/model/fields/fields';
import { getImportFields } from '../import-fields';
import { readTerm } from '../values/cell-terms';
import type { RowContext } from './row-context';
import type { RowFinding } from './row-finding';

/** Statuses of opportunities that take no applications any more. */
const ended = new Set(['paused', 'filled', 'closed']);

/** Returns a new entry's status: that of the command, unless the row is over or the row's own counts. */
export function chooseStatus({ type, status }: RowContext, own: string | undefined): string {
  const open = type === 'opportunity' ? 'open' : 'published';
  if (status === 'draft') return 'draft';
  if (status === 'sheet') return own ?? 'draft';
  return own !== undefined && ended.has(own) ? own : open;
}

/** Reads the status that a row says: a term of the model, or a usual word. */
export function readStatus({ type, cellContext }: RowContext, said: unknown): string | undefined {
  const status = getImportFields(type).get('status');
  const term = status && readTerm(unwrap(status.schema), String(said ?? ''), 'status', cellContext);
  return term?.guessed === false ? term.id : undefined;
}

/** Mentions a row's status where the entry gets another one. */
export function reportStatus(
  said: unknown,
  own: string | undefined,
  status: string,
  findings: RowFinding[],
): void {
  if (said === undefined || own === status) return;
  const base = { severity: 'warns' as const, field: 'status' };
  const word = excerpt(String(said), 40);
  findings.push(
    own === undefined
      ? {
          ...base,
          code: 'status-unknown',
          word: String(said),
          message: `is “${word}”, which is no status; the entry becomes “${status}”`,
          hint: 'Say under values in the mapping what the word means.',
        }
      : {
          ...base,
          code: 'status-overruled',
          message: `is “${word}” in the sheet; the entry becomes “${status}”`,
          hint: 'Use --status sheet to follow the sheet.',
        },
  );
}
