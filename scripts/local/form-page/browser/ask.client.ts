/** Sends requests from a page to its server, with the key that opened the page. */
import type { EditorText, EditorTranslate } from '@/i18n/editor';
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

/** Says in the reader's language why something failed. */
export const explain = (t: EditorTranslate, error: unknown): string =>
  t.filled(error instanceof Error ? error.message : String(error));

/** How a page reaches its server. `closed`: without the key of it; `stale`: the key was right before. */
export type Reach = 'asking' | 'open' | 'closed' | 'stale' | 'silent';

let reach: Reach = 'asking';
let wasOpen = false;
const listeners = new Set<() => void>();

function tell(found: Reach): void {
  reach = found;
  wasOpen ||= found === 'open';
  for (const listen of listeners) listen();
}

/** How the last request reached the server. */
export const readReach = (): Reach => reach;

/** Calls a function after each request. Returns one that ends it. */
export function followReach(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Posts JSON with the key. `silence` is said if there is no answer. Rejects with a `RequestError`. */
export async function postJson<Answer>(address: string, body: object, silence: EditorText): Promise<Answer> {
  const failUnanswered = () => {
    tell('silent');
    throw new RequestError(silence, 'silent');
  };
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Editor-Token': readToken() },
    body: JSON.stringify(body),
  }).catch(failUnanswered);
  const answer: unknown = await response.json().catch(failUnanswered);
  const isStale = response.status === 401;
  tell(!isStale ? 'open' : wasOpen ? 'stale' : 'closed');
  if (response.ok) return answer as Answer;
  const { error = `The server answered ${response.status}.` } = answer as { readonly error?: string };
  if (isStale) throw new RequestError(error, 'stale');
  throw new RequestError(error, response.status === 409 ? 'changed' : 'refused', answer as object);
}
