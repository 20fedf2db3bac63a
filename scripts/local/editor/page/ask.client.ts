/** Sends requests from the editor's page to its server. */
import type { EditorText } from '@/i18n/editor';
import { postJson, RequestError } from '../../form-page/browser/ask.client';
import type { EditorRequest } from '../api';
import type { FormCheck } from '../entry/check-form';
import type { EntryMerge } from '../entry/merge';
import type { LeavingEntry } from '../storage/storage-errors';

/** What a refusal tells besides its reason. */
interface Refusal {
  /** The file's present text, where it changed meanwhile; null if it was deleted. */
  readonly current?: string | null;
  readonly merge?: EntryMerge;
  readonly findings?: FormCheck['findings'];
  readonly leaving?: readonly LeavingEntry[];
}

/** What a failed request tells besides its reason. */
export const readRefusal = (error: unknown): Refusal => (error instanceof RequestError ? error.details : {});

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
