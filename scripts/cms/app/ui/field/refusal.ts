/** Why Contentful didn't store a change, as far as its answer tells. */
import { isRecord } from '@/model/json';

export type Refusal = 'permission' | 'conflict' | 'other';

const conflict = /version.?mismatch|conflict|\b409\b/i;
const permission = /access.?denied|forbidden|unauthorized|not allowed|permission|\b40[13]\b/i;

/** Everything in an error that may name its kind. The SDK passes on what the form or the API answered, in no one shape. */
function readError(error: unknown): string {
  if (typeof error === 'string') return error;
  if (error instanceof Error) return error.message;
  return isRecord(error) ? JSON.stringify(error) : '';
}

/** Tells why a change was refused: `{ code: 'VersionMismatch' } -> 'conflict'`. */
export function findRefusal(error: unknown): Refusal {
  const text = readError(error);
  if (conflict.test(text)) return 'conflict';
  return permission.test(text) ? 'permission' : 'other';
}
