/** Sends requests from the editor's page to its server. */
import type { EditorText, EditorTranslate } from '@/i18n/editor';
import { postJson, RequestError } from '../../form-page/browser/ask.client';
import type { EditorRequest } from '../api';
import type { RefusalDetails } from '../storage/storage-refusal';

/** What a failed request tells besides its reason. */
export const readRefusal = (error: unknown): RefusalDetails =>
  error instanceof RequestError ? error.details : {};

/** The reason of a failure in the editor's language. */
export const explain = (t: EditorTranslate, error: unknown): string =>
  t.filled(error instanceof Error ? error.message : String(error));

const silences = {
  change:
    'The editor’s server doesn’t answer. Nothing was saved, and what you typed is still here. Start npm run dev again, then save.',
  read: 'The editor’s server doesn’t answer. Start npm run dev again, then load this page again.',
} as const satisfies Record<string, EditorText>;

/** Posts JSON below the editor's address. Rejects with a `RequestError`. */
export function post<Answer>(place: string, body: object): Promise<Answer> {
  const { action = '' } = body as { readonly action?: string };
  const isChange = /^(?:save|delete)/.test(action);
  return postJson(`/admin/${place}`, body, silences[isChange ? 'change' : 'read']);
}

/** Sends a request to the editor's storage. Rejects with a `RequestError`. */
export const ask = <Answer>(request: EditorRequest): Promise<Answer> => post('api/v1/', request);
