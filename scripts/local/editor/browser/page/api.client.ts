/** Sends requests from the editor's page to its server, with the token that opened the page. */
import type { EditorRequest } from '../../api';
import type { Problem } from '@/model/problems';
import type { LeavingEntry } from '../../storage/storage-errors';
import { t } from './language.client';
import { showStale } from './notice.client';
import { readToken } from './token.client';

/** The server refused a request. The message is for the editor. */
export class RefusedError extends Error {
  override readonly name: string = 'RefusedError';

  /** Decap shows an error as text. */
  override toString(): string {
    return this.message;
  }
}

/** The file changed after the editor read it. */
export class ChangedError extends RefusedError {
  override readonly name = 'ChangedError';

  constructor(
    message: string,
    /** The file's present text; null if it was deleted. */
    readonly current: string | null,
  ) {
    super(message);
  }
}

/** The model found faults in the entry. */
export class FaultyError extends RefusedError {
  override readonly name = 'FaultyError';

  constructor(
    message: string,
    readonly problems: readonly Problem[],
  ) {
    super(message);
  }
}

/** Other entries go off the site with this one, which isn't saved before the editor agrees. */
export class LeavingError extends RefusedError {
  override readonly name = 'LeavingError';

  constructor(
    message: string,
    readonly leaving: readonly LeavingEntry[],
  ) {
    super(message);
  }
}

interface Refusal {
  readonly error?: string;
  readonly current?: string | null;
  readonly problems?: readonly Problem[];
  readonly leaving?: readonly LeavingEntry[];
}

/** Tells editors what to do if the server doesn't answer, or something else does in its place. */
function describeSilence(body: unknown): string {
  const { action = '' } = body as { readonly action?: string };
  return /^(?:save|delete)/.test(action)
    ? t(
        'The editor’s server doesn’t answer. Nothing was saved, and what you typed is still here. Start npm run dev again, then save.',
      )
    : t('The editor’s server doesn’t answer. Start npm run dev again, then load this page again.');
}

/** Posts JSON with the token. Rejects with a `RefusedError` if the server doesn't answer. */
export async function sendJson(
  address: string,
  body: unknown,
): Promise<{ readonly status: number; readonly answer: unknown }> {
  const failUnanswered = () => {
    throw new RefusedError(describeSilence(body));
  };
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Editor-Token': readToken() },
    body: JSON.stringify(body),
  }).catch(failUnanswered);
  const answer: unknown = await response.json().catch(failUnanswered);
  return { status: response.status, answer };
}

/** Posts JSON with the token. Rejects with a `RefusedError`. */
export async function postJson<Result>(address: string, body: unknown): Promise<Result> {
  const { status, answer } = await sendJson(address, body);
  if (status === 200) return answer as Result;
  const { error = `The server answered ${status}.`, current = null, problems, leaving } = answer as Refusal;
  if (status === 401) showStale();
  const message = t.filled(error);
  if (problems) throw new FaultyError(message, problems);
  if (leaving) throw new LeavingError(message, leaving);
  throw status === 409 ? new ChangedError(message, current) : new RefusedError(message);
}

/** Sends a request to the editor's storage. Rejects with a `RefusedError`; with a `ChangedError` for a conflict. */
export const askStorage = <Result>(request: EditorRequest) => postJson<Result>('/admin/api/v1/', request);
