/** Sends requests of the review's page to its server. */
import type { EditorTranslate } from '@/i18n/editor';
import { postJson, RequestError } from '../../form-page/browser/ask.client';
import type { Option } from '@scripts/forms/values/match-options';
import type { ReviewRequest } from '../review-request';
import type { ReviewView, RowCells } from '../review-types';

/** The answer to a request by its action. */
type Answer<Action extends ReviewRequest['action']> = Action extends 'cells'
  ? RowCells
  : Action extends 'entries'
    ? readonly Option[]
    : ReviewView;

/** Rejects with a `RequestError`. */
export const ask = <Action extends ReviewRequest['action']>(
  request: Extract<ReviewRequest, { action: Action }>,
): Promise<Answer<Action>> => postJson('/api/', request, 'The server doesn’t answer');

/** What counts now, where something else was chosen elsewhere; else undefined. */
export const readChanged = (error: unknown): string | undefined =>
  error instanceof RequestError && error.reason === 'changed'
    ? (error.details as { readonly current: string }).current
    : undefined;

/** Says why a request failed. `text` names what counts now, where that has another name. */
export function explainFailedRequest(error: unknown, t: EditorTranslate, text = readChanged(error)): string {
  if (text !== undefined) return t('This was changed elsewhere to “{text}”.', { text });
  const isReason = error instanceof RequestError && error.reason === 'refused';
  return isReason ? t.filled(error.message) : t('The server doesn’t answer');
}
