/** Sends requests of the review's page to its server. */
import { postJson } from '../../form-page/browser/ask.client';
import type { Option } from '@scripts/forms/values/match-options';
import type { ReviewRequest } from '../review-request';
import type { ReviewView } from '../review-view';

/** Rejects with a `RequestError`. */
export const ask = <Action extends ReviewRequest['action']>(
  request: Extract<ReviewRequest, { action: Action }>,
): Promise<Action extends 'entries' ? readonly Option[] : ReviewView> =>
  postJson('/api/', request, 'The server doesn’t answer');
