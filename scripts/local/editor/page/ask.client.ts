/** Sends requests from the editor's page to its server, with the token that opened the page. */
import type { EditorText } from '@/i18n/editor';
import type { EditorRequest } from '../api';
import type { FormCheck } from '../entry/check-form';
import type { EntryMerge } from '../entry/merge';
import type { LeavingEntry } from '../storage/storage-errors';
import { readToken } from './token.client';

/** What a refusal tells besides its reason. */
interface Refusal {
  readonly error?: string;
  /** The file's present text, where it changed meanwhile; null if it was deleted. */
  readonly current?: string | null;
  readonly merge?: EntryMerge;
  readonly findings?: FormCheck['findings'];
  readonly leaving?: readonly LeavingEntry[];
}

/** The server refused a request, or didn't answer. The message is for the editor, in English. */
export class EditorRequestError extends Error {
  override readonly name = 'EditorRequestError';

  constructor(
    message: string,
    /** `silent`: no answer. `stale`: it was started again, with another key. `changed`: the file changed meanwhile. */
    readonly reason: 'silent' | 'stale' | 'changed' | 'refused',
    readonly details: Refusal = {},
  ) {
    super(message);
  }
}

const silences = {
  change:
    'The editor’s server doesn’t answer. Nothing was saved, and what you typed is still here. Start npm run dev again, then save.',
  read: 'The editor’s server doesn’t answer. Start npm run dev again, then load this page again.',
} as const satisfies Record<string, EditorText>;

let tellStale = () => {};

/** Calls a function whenever the server no longer takes the token. */
export function onStale(listener: () => void): void {
  tellStale = listener;
}

/** Posts JSON with the token. Rejects with an `EditorRequestError`. */
export async function postJson<Answer>(address: string, body: object): Promise<Answer> {
  const { action = '' } = body as { readonly action?: string };
  const isChange = /^(?:save|delete)/.test(action);
  const failUnanswered = () => {
    throw new EditorRequestError(silences[isChange ? 'change' : 'read'], 'silent');
  };
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Editor-Token': readToken() },
    body: JSON.stringify(body),
  }).catch(failUnanswered);
  const answer: unknown = await response.json().catch(failUnanswered);
  if (response.ok) return answer as Answer;
  const details = answer as Refusal;
  const { error = `The server answered ${response.status}.` } = details;
  if (response.status === 401) {
    tellStale();
    throw new EditorRequestError(error, 'stale');
  }
  throw new EditorRequestError(error, response.status === 409 ? 'changed' : 'refused', details);
}

/** Sends a request to the editor's storage. Rejects with an `EditorRequestError`. */
export const ask = <Answer>(request: EditorRequest): Promise<Answer> => postJson('/admin/api/v1/', request);
