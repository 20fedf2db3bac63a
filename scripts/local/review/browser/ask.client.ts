/** Sends requests of the review's page to its server. */
import type { EditorTranslate } from '@/i18n/editor';
import { postJson, RequestError } from '../../form-page/browser/ask.client';
import type { Option } from '@scripts/forms/values/match-options';
import type { ReviewRequest } from '../review-request';
import type { ReviewView } from '../review-types';

/** Rejects with a `RequestError`. */
export const ask = <Action extends ReviewRequest['action']>(
  request: Extract<ReviewRequest, { action: Action }>,
): Promise<Action extends 'entries' ? readonly Option[] : ReviewView> =>
  postJson('/api/', request, 'The server doesn’t answer');

/** Says why a request failed. */
export const explainFailedRequest = (error: unknown, t: EditorTranslate): string =>
  error instanceof RequestError && ['changed', 'refused'].includes(error.reason)
    ? t.filled(error.message)
    : t('The server doesn’t answer');
