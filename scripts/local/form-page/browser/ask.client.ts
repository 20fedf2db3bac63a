/** Sends requests from a page to its server, with the key that opened the page. */
import type { EditorText } from '@/i18n/editor';
import { readToken } from './token.client';

/** The server refused a request, or didn't answer. The message is for the editor, in English. */
export class RequestError extends Error {
  override readonly name = 'RequestError';

  constructor(
    message: string,
    /** `silent`: no answer. `stale`: it was started again, with another key. `changed`: something else counts now. */
    readonly reason: 'silent' | 'stale' | 'changed' | 'refused',
    /** The details of a refusal, besides its reason. */
    readonly details: object = {},
  ) {
    super(message);
  }
}

let tellStale = () => {};

/** Calls a function whenever the server no longer takes the key. */
export function onStale(listener: () => void): void {
  tellStale = listener;
}

/** Posts JSON with the key. `silence` is said if there is no answer. Rejects with a `RequestError`. */
export async function postJson<Answer>(address: string, body: object, silence: EditorText): Promise<Answer> {
  const failUnanswered = () => {
    throw new RequestError(silence, 'silent');
  };
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Editor-Token': readToken() },
    body: JSON.stringify(body),
  }).catch(failUnanswered);
  const answer: unknown = await response.json().catch(failUnanswered);
  if (response.ok) return answer as Answer;
  const { error = `The server answered ${response.status}.` } = answer as { readonly error?: string };
  if (response.status === 401) {
    tellStale();
    throw new RequestError(error, 'stale');
  }
  throw new RequestError(error, response.status === 409 ? 'changed' : 'refused', answer as object);
}
