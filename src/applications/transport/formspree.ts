/** Sends forms to Formspree and interprets its answers. The server's text is never shown. */
import { attachmentField } from '../form/attachment/attachment-field';
import type { ProblemCode } from '../form/field-rules';
import {
  parseRetryAfter,
  type FormAddress,
  type FormService,
  type SubmissionOutcome,
  type SubmissionRequest,
} from './transport';

/** `{ endpoint: 'https://formspree.io', formId: 'abc' } -> 'https://formspree.io/f/abc'` */
const formAction = ({ endpoint, formId }: FormAddress) => `${endpoint}/f/${formId}`;

function parseFormAction(action: string): FormAddress | undefined {
  const [, endpoint, formId] = /^(.+)\/f\/([\w-]+)$/.exec(action) ?? [];
  return endpoint && formId ? { endpoint, formId } : undefined;
}

/** The request's body: JSON, or a form where there is a file. */
function requestBody({ payload, file }: SubmissionRequest): string | FormData {
  if (!file) return JSON.stringify(payload);
  const form = new FormData();
  for (const [name, text] of Object.entries(payload))
    if (name === attachmentField) form.append(name, file, text);
    else form.append(name, text);
  return form;
}

async function submit(request: SubmissionRequest): Promise<SubmissionOutcome> {
  const { headers, file, timeoutMs } = request;
  const signal = AbortSignal.timeout(Math.ceil(timeoutMs));
  try {
    const response = await fetch(formAction(request), {
      method: 'POST',
      headers: {
        ...headers,
        Accept: 'application/json',
        ...(file ? {} : { 'Content-Type': 'application/json' }),
      },
      body: requestBody(request),
      signal,
    });
    return readOutcome(response, await response.json().catch(() => signal.throwIfAborted()));
  } catch {
    return { kind: 'unconfirmed', reason: signal.aborted ? 'timeout' : 'network' };
  }
}

export const formspree: FormService = { formAction, parseFormAction, submit };

/** An answer's JSON, as far as it is read. */
interface ServiceAnswer {
  readonly ok?: unknown;
  readonly next?: unknown;
  readonly error?: unknown;
  readonly errors?: unknown;
}

interface ServiceError {
  readonly code?: string;
  /** The field that has the problem. */
  readonly field?: string;
}

function readOutcome({ status, redirected, headers }: Response, body: unknown): SubmissionOutcome {
  // By the service's clock, where it is given: the device's may be wrong.
  const now = Date.parse(headers.get('date') ?? '') || Date.now();
  const retryAfter = parseRetryAfter(headers.get('retry-after'), now);
  if (status >= 500) return { kind: 'unconfirmed', reason: 'server', retryAfter };
  if (status === 429 || status === 402) return { kind: 'refused', reason: 'limit', retryAfter };
  if (status === 413) return { kind: 'refused', reason: 'long' };
  if (status === 408) return { kind: 'unconfirmed', reason: 'timeout' };
  // Something in between, such as a filter of the network, or a page that wants a login first.
  if (typeof body !== 'object' || body === null || redirected)
    return { kind: 'unconfirmed', reason: 'answer' };

  const { ok, next, error, errors: given } = body as ServiceAnswer;
  const errors = Array.isArray(given) ? (given as readonly ServiceError[]) : [];
  const fields = [...new Set(errors.flatMap((one) => one.field || []))];
  if (fields.length > 0) {
    const codeOf = (field: string) => errors.find((one) => one.field === field)?.code ?? '';
    return {
      kind: 'invalid',
      problems: fields.map((name) => ({ name, code: problemCodes[codeOf(name)] ?? 'refused' })),
    };
  }
  const codes = errors.map(({ code }) => String(code));
  if (codes.some((code) => inactiveCodes.has(code))) return { kind: 'refused', reason: 'inactive' };
  if (codes.some((code) => code.includes('FILE'))) return { kind: 'refused', reason: 'files' };
  if (status >= 400) return { kind: 'refused', reason: 'other' };
  // An answer that says both yes and no isn't the form service's.
  const isSent = typeof next === 'string' && ok !== false && error === undefined && errors.length === 0;
  return isSent ? { kind: 'sent' } : { kind: 'unconfirmed', reason: 'answer' };
}

const inactiveCodes = new Set<string>(['BLOCKED', 'FORM_NOT_FOUND', 'INACTIVE', 'PROJECT_NOT_FOUND']);

const problemCodes: Readonly<Record<string, ProblemCode>> = {
  REQUIRED_FIELD_EMPTY: 'required',
  REQUIRED_FIELD_MISSING: 'required',
  TYPE_EMAIL: 'email',
};
