/** Sends an application and says what became of it. Runs in the browser; no text of the server is passed on. */
import type { Client, SubmissionResult } from '@formspree/core';
import { attachmentField } from '../form/attachment/attachment-field';
import type { ProblemCode } from '../form/rules';
import { watchFetch, type ServiceAnswer } from './watched-fetch';

/** Why a form was surely not accepted. Words: keys `apply.refused.<reason>`. */
export type RefusedReason = 'inactive' | 'limit' | 'long' | 'files' | 'other';

/**
 * Why it isn't known whether it arrived. `server`: the form service has a fault. `answer`: what answered isn't the form
 * service, as on a network that wants a login first. Words: keys `apply.unconfirmed.<reason>`.
 */
export type UnconfirmedReason = 'network' | 'timeout' | 'server' | 'answer';

/** For how long (ms) the service asks to be left alone. */
interface Pause {
  readonly retryAfter?: number | undefined;
}

/** What became of an attempt. */
export type SubmissionOutcome =
  | { readonly kind: 'sent' }
  | {
      readonly kind: 'invalid';
      readonly problems: readonly { readonly name: string; readonly code: ProblemCode }[];
    }
  | ({ readonly kind: 'refused'; readonly reason: RefusedReason } & Pause)
  | ({ readonly kind: 'unconfirmed'; readonly reason: UnconfirmedReason } & Pause);

export interface Sending {
  /** Without a slash at the end. */
  readonly endpoint: string;
  readonly formId: string;
  /** What is sent, in this order. */
  readonly payload: Readonly<Record<string, string>>;
  /** What is sent in place of its name in `payload`. */
  readonly file?: Blob | undefined;
  /** How long (ms) an answer is waited for. */
  readonly timeoutMs: number;
}

const timedOut = Symbol('timed out');

/** Sends. Never rejects. */
export async function send(
  client: Client,
  { endpoint, formId, payload, file, timeoutMs }: Sending,
): Promise<SubmissionOutcome> {
  const abort = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<typeof timedOut>((resolve) => {
    timer = setTimeout(() => {
      resolve(timedOut);
      abort.abort();
    }, timeoutMs);
  });
  const { result, answer } = watchFetch(`${endpoint}/f/${formId}`, abort.signal, () =>
    client.submitForm(formId, bodyOf(payload, file), { endpoint }),
  );
  try {
    const first = await Promise.race([result, tooLate]);
    return first === timedOut ? { kind: 'unconfirmed', reason: 'timeout' } : outcomeOf(first, answer());
  } catch {
    // The client throws on answers about payments, which no form of ours asks for.
    return { kind: 'unconfirmed', reason: 'answer' };
  } finally {
    clearTimeout(timer);
  }
}

/** As JSON; a file goes with a form only. */
function bodyOf(payload: Sending['payload'], file: Blob | undefined): Record<string, string> | FormData {
  if (!file) return { ...payload };
  const form = new FormData();
  for (const [name, text] of Object.entries(payload))
    if (name === attachmentField) form.append(name, file, text);
    else form.append(name, text);
  return form;
}

/** What an answer means, by the client's result and by what the client doesn't look at. */
export function outcomeOf(
  result: SubmissionResult<Record<string, string>>,
  answer: ServiceAnswer | undefined,
): SubmissionOutcome {
  if (answer === undefined) return { kind: 'unconfirmed', reason: 'network' };
  const { status, isRedirected, isDenied, retryAfter } = answer;
  if (status >= 500) return { kind: 'unconfirmed', reason: 'server', retryAfter };
  if (status === 429 || status === 402) return { kind: 'refused', reason: 'limit', retryAfter };
  if (status === 413) return { kind: 'refused', reason: 'long' };
  if (result.kind === 'success') {
    if (status >= 400) return { kind: 'refused', reason: 'other' };
    return isRedirected || isDenied ? { kind: 'unconfirmed', reason: 'answer' } : { kind: 'sent' };
  }

  const problems = result.getAllFieldErrors().flatMap(([name, errors]) => {
    const [first] = errors;
    return first ? [{ name, code: problemCodes[first.code] ?? 'refused' }] : [];
  });
  if (problems.length > 0) return { kind: 'invalid', problems };

  const codes = result.getFormErrors().map(({ code }) => code);
  if (codes.some((code) => inactiveCodes.has(code))) return { kind: 'refused', reason: 'inactive' };
  if (codes.some((code) => code.includes('FILE'))) return { kind: 'refused', reason: 'files' };
  const understood = status >= 400 || codes.some((code) => code !== 'UNSPECIFIED');
  // A 2xx without the answer that it should carry: something stands between us and the form.
  return understood ? { kind: 'refused', reason: 'other' } : { kind: 'unconfirmed', reason: 'answer' };
}

const inactiveCodes = new Set<string>(['BLOCKED', 'FORM_NOT_FOUND', 'INACTIVE', 'PROJECT_NOT_FOUND']);

const problemCodes: Readonly<Record<string, ProblemCode>> = {
  REQUIRED_FIELD_EMPTY: 'required',
  REQUIRED_FIELD_MISSING: 'required',
  TYPE_EMAIL: 'email',
};
