/** Sends forms to Formspree and interprets its answers. The server's text is never shown. */
import { createClient, type Client, type SubmissionResult } from '@formspree/core';
import { attachmentField } from '../form/attachment/attachment-field';
import type { ProblemCode } from '../form/field-rules';
import type { FormAddress, FormService, SubmissionOutcome, SubmissionRequest } from './transport';
import { watchFetch, type ServiceResponse } from './watched-fetch';

const timedOut = Symbol('timed out');

/** `{ endpoint: 'https://formspree.io', formId: 'abc' } -> 'https://formspree.io/f/abc'` */
const formAction = ({ endpoint, formId }: FormAddress) => `${endpoint}/f/${formId}`;

function parseFormAction(action: string): FormAddress | undefined {
  const [, endpoint, formId] = /^(.+)\/f\/([\w-]+)$/.exec(action) ?? [];
  return endpoint && formId ? { endpoint, formId } : undefined;
}

/** Sends a form. Never rejects. */
async function submitToFormspree(
  client: Client,
  { endpoint, formId, payload, file, timeoutMs }: SubmissionRequest,
): Promise<SubmissionOutcome> {
  const abort = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<typeof timedOut>((resolve) => {
    timer = setTimeout(() => {
      resolve(timedOut);
      abort.abort();
    }, timeoutMs);
  });
  const { result, answer } = watchFetch(formAction({ endpoint, formId }), abort.signal, () =>
    client.submitForm(formId, requestBody(payload, file), { endpoint }),
  );
  try {
    const first = await Promise.race([result, tooLate]);
    return first === timedOut ? { kind: 'unconfirmed', reason: 'timeout' } : readOutcome(first, answer());
  } catch {
    // The client throws on answers about payments, which our forms never ask for.
    return { kind: 'unconfirmed', reason: 'answer' };
  } finally {
    clearTimeout(timer);
  }
}

/** The request's body: JSON, or a form where there is a file. */
function requestBody(
  payload: SubmissionRequest['payload'],
  file: Blob | undefined,
): Record<string, string> | FormData {
  if (!file) return { ...payload };
  const form = new FormData();
  for (const [name, text] of Object.entries(payload))
    if (name === attachmentField) form.append(name, file, text);
    else form.append(name, text);
  return form;
}

export const formspree: FormService = {
  formAction,
  parseFormAction,
  openClient: () => {
    const client = createClient();
    return (request) => submitToFormspree(client, request);
  },
};

/** Interprets an answer, by the client's result and by the parts that the client ignores. */
function readOutcome(
  result: SubmissionResult<Record<string, string>>,
  answer: ServiceResponse | undefined,
): SubmissionOutcome {
  if (answer === undefined) return { kind: 'unconfirmed', reason: 'network' };
  const { status, isRedirected, isJson, isDenied, retryAfter } = answer;
  if (status >= 500) return { kind: 'unconfirmed', reason: 'server', retryAfter };
  if (status === 429 || status === 402) return { kind: 'refused', reason: 'limit', retryAfter };
  if (status === 413) return { kind: 'refused', reason: 'long' };
  if (status === 408) return { kind: 'unconfirmed', reason: 'timeout' };
  // Something in between, such as a filter of the network.
  if (status >= 400 && !isJson) return { kind: 'unconfirmed', reason: 'answer' };
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
  // A 2xx without the expected content: something stands between us and the form.
  return understood ? { kind: 'refused', reason: 'other' } : { kind: 'unconfirmed', reason: 'answer' };
}

const inactiveCodes = new Set<string>(['BLOCKED', 'FORM_NOT_FOUND', 'INACTIVE', 'PROJECT_NOT_FOUND']);

const problemCodes: Readonly<Record<string, ProblemCode>> = {
  REQUIRED_FIELD_EMPTY: 'required',
  REQUIRED_FIELD_MISSING: 'required',
  TYPE_EMAIL: 'email',
};
