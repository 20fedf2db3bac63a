/** Sends requests from the editor's page to its server. */
import { postJson, RequestError } from '../../form-page/browser/ask.client';
import type { EditorRequest } from '../api';
import type { RefusalDetails } from '../storage/storage-refusal';

/** What a failed request tells besides its reason. */
export const readRefusal = (error: unknown): RefusalDetails =>
  error instanceof RequestError ? error.details : {};

/** Sends a request to the editor's storage. Rejects with a `RequestError`. */
export const ask = <Answer>(request: EditorRequest): Promise<Answer> =>
  postJson(
    '/admin/api/',
    request,
    /^(?:save|delete)/.test(request.action)
      ? 'The server doesn’t answer. Nothing was saved, and what you typed is still here. Start npm run dev again, then save.'
      : 'The server doesn’t answer. Start npm run dev again, then load this page again.',
  );

let key = '';

/** Sends the token. Resolves to false if the server doesn't take it. */
export const connect = (): Promise<boolean> =>
  ask<{ readonly key: string }>({ action: 'connect' }).then(
    (answer) => {
      ({ key } = answer);
      return true;
    },
    () => false,
  );

/** Adds the key that frames and pictures show in place of the token. */
export const withKey = (address: string): string =>
  `${address}${address.includes('?') ? '&' : '?'}key=${key}`;
