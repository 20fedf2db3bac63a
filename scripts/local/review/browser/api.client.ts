/** Sends requests of the page to its server. */
import type { EditorTranslate } from '@/i18n/editor';
import type { ReviewRequest } from '../review-request';
import type { Choice, ReviewView, RowCells } from '../review-types';
import { readReviewToken } from './token.client';

/** The server refused a request, or doesn't answer. */
export class AskError extends Error {
  override readonly name = 'AskError';

  constructor(
    /** `gone`: no answer. `stale`: it was started again, with another key. `changed`: something else counts now. */
    readonly reason: 'gone' | 'stale' | 'changed' | 'refused',
    /** The value that counts now, or the reason of a refusal. */
    readonly text: string,
  ) {
    super(text);
  }
}

/** Says why a request failed. */
export function explainFailedRequest(error: unknown, t: EditorTranslate): string {
  if (!(error instanceof AskError)) throw error;
  if (error.reason === 'changed') return t('This was changed elsewhere to “{text}”.', { text: error.text });
  return error.reason === 'refused' ? t.filled(error.text) : t('The server doesn’t answer');
}

/** The answer to a request by its action. */
type Answer<Action extends ReviewRequest['action']> = Action extends 'cells'
  ? RowCells
  : Action extends 'terms'
    ? readonly Choice[]
    : ReviewView;

interface Refusal {
  readonly error?: string;
  readonly current?: string;
}

/** Rejects with an `AskError`. */
export async function ask<Action extends ReviewRequest['action']>(
  request: Extract<ReviewRequest, { action: Action }>,
): Promise<Answer<Action>> {
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch('/api/', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Editor-Token': readReviewToken() },
      body: JSON.stringify(request),
    });
    answer = await response.json();
  } catch {
    throw new AskError('gone', '');
  }
  if (response.ok) return answer as Answer<Action>;
  const { error = '', current = '' } = answer as Refusal;
  if (response.status === 401) throw new AskError('stale', error);
  if (response.status === 409) throw new AskError('changed', current);
  throw new AskError('refused', error);
}
