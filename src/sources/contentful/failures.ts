/**
 * What went wrong with a request, in our words. The client's own error objects carry the access token in their
 * headers, so they are never logged, rethrown or kept as a cause: only the facts chosen here leave this module.
 */
import { SourceError } from '../source';
import { tokens } from '@/config/space';
import type { ContentfulConfig } from './config';
import { dig, isRecord } from './json';

/** Contentful's answers don't fit together, as when content changes while it is read. Reading anew may help. */
export class UnsteadyAnswerError extends Error {
  override readonly name = 'UnsteadyAnswerError';
}

/** An answer that is not whole, or not Contentful's at all. Reading anew may help. */
export class BrokenAnswerError extends Error {
  override readonly name = 'BrokenAnswerError';
}

/** The page asked for is larger than Contentful sends (7 MB); a smaller page may do. */
export class AnswerTooBigError extends Error {
  override readonly name = 'AnswerTooBigError';
}

/** What is known of a failed request. Strings of the server are only compared, never shown. */
export interface Facts {
  readonly status: number | undefined;
  /** The client's or Node's code where there was no answer: `ECONNRESET`. */
  readonly code: string | undefined;
  /** `sys.id` of Contentful's error. */
  readonly kind: string | undefined;
  readonly message: string;
  /** What a 404 couldn't find: `Space`, `Environment`. */
  readonly missing: string | undefined;
  readonly requestId: string | undefined;
}

function word(value: unknown, pattern: RegExp): string | undefined {
  return typeof value === 'string' && pattern.test(value) ? value : undefined;
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The client puts an answer's facts as JSON in the message; where there was no answer, the error is axios’s. */
export function factsOf(error: Error): Facts {
  const said = parseBody(error.message);
  const status = dig(said, 'status') ?? dig(Reflect.get(error, 'response'), 'status');
  const details = dig(said, 'details');
  const message = dig(said, 'message');
  return {
    status: typeof status === 'number' ? status : undefined,
    code: word(Reflect.get(error, 'code'), /^[A-Z_0-9]{1,50}$/),
    kind: word(error.name, /^[A-Za-z]{1,50}$/),
    message: typeof message === 'string' ? message : '',
    missing: word(dig(details, 'type') ?? dig(details, 'sys', 'type'), /^[A-Za-z]{1,50}$/),
    requestId: word(dig(said, 'requestId'), /^[A-Za-z0-9-]{1,64}$/),
  };
}

const timeoutCodes = new Set(['ECONNABORTED', 'ETIMEDOUT']);

/** True for what axios throws when there was no answer; anything else without a status is an unreadable answer. */
function isTransport(error: Error): boolean {
  return Reflect.get(error, 'isAxiosError') === true;
}

/** What the failed request was for. */
export interface RequestAttempt {
  readonly config: ContentfulConfig;
  readonly retryLimit: number;
  /** As it stands after "while reading": `the opportunity entries`. */
  readonly reading: string;
}

/** The error to throw instead of one that the client threw. */
export function explain(thrown: unknown, attempt: RequestAttempt): Error {
  if (!(thrown instanceof Error)) return new BrokenAnswerError('the answer can’t be read');
  const facts = factsOf(thrown);
  if (facts.status === undefined) {
    return isTransport(thrown)
      ? unanswered(facts, attempt)
      : new BrokenAnswerError('the answer is not complete');
  }
  if (facts.status < 400) return new BrokenAnswerError('the answer broke off');
  if (facts.status === 400 && facts.message.startsWith('Response size too big'))
    return new AnswerTooBigError();
  return refused({ ...facts, status: facts.status }, attempt);
}

function where({ reading, config }: RequestAttempt): string {
  return `while reading ${reading} of space “${config.space}”`;
}

function retried({ retryLimit }: RequestAttempt): string {
  return retryLimit === 0 ? '' : `, after ${retryLimit === 1 ? 'another try' : `${retryLimit} more tries`}`;
}

function unanswered({ code }: Facts, attempt: RequestAttempt): SourceError {
  const { config } = attempt;
  const host = config.host ?? (config.drafts === true ? 'preview.contentful.com' : 'cdn.contentful.com');
  const late = code !== undefined && timeoutCodes.has(code);
  return new SourceError(
    `${host} ${late ? 'took too long to answer' : 'didn’t answer'} (${code ?? 'no code'}) ${where(attempt)}${retried(attempt)}.`,
    `Check this machine’s connection${attempt.config.host === undefined ? '' : ' and CONTENTFUL_HOST'}, then build again. What is live stays as it is.`,
  );
}

function refused(facts: Facts & { readonly status: number }, attempt: RequestAttempt): SourceError {
  const { config } = attempt;
  const { status, kind, requestId } = facts;
  const cite = `${status}${requestId === undefined ? '' : `, request ${requestId}`}`;
  if (status === 401) {
    const { variable, name } = tokens[config.drafts === true ? 'drafts' : 'published'];
    const others = config.drafts === true ? 'delivery and management' : 'preview and management';
    return new SourceError(
      `Contentful doesn’t accept the token in ${variable} (${cite}) ${where(attempt)}.`,
      `Copy the “${name}” of an API key of that space: Contentful, Settings → API keys. The ${others} tokens don’t work here.`,
    );
  }
  if (status === 404 && facts.missing === 'Space') {
    return new SourceError(
      `Contentful has no space “${config.space}” that this token may read (${cite}).`,
      'Compare CONTENTFUL_SPACE_ID with Contentful, Settings → General settings. The token must be of the same space.',
    );
  }
  if (status === 404 && facts.missing === 'Environment') {
    return new SourceError(
      `The space “${config.space}” has no environment “${config.environment}” that this token may read (${cite}).`,
      'Compare CONTENTFUL_ENVIRONMENT with Contentful, Settings → Environments, and tick that environment in the API key: Settings → API keys.',
    );
  }
  if (status === 429) {
    return new SourceError(
      `Contentful answers that it gets too many requests (${cite}) ${where(attempt)}${retried(attempt)}.`,
      'Wait a minute and build again. If it happens often, see whether several builds run at once.',
    );
  }
  if (status >= 500) {
    return new SourceError(
      `Contentful has a fault of its own (${cite}) ${where(attempt)}${retried(attempt)}.`,
      'See https://www.contentfulstatus.com and build again later. What is live stays as it is.',
    );
  }
  return new SourceError(
    `Contentful refused the request (${cite}${kind === undefined ? '' : `, ${kind}`}) ${where(attempt)}.`,
    status === 404
      ? 'Compare CONTENTFUL_SPACE_ID and CONTENTFUL_ENVIRONMENT with Contentful’s settings.'
      : 'Check that the API key may read this space and that the space’s content types are those of the model.',
  );
}

/** Throws where an answer is no collection: a broken-off JSON text reaches us as a string. */
export function assertRecord(answer: unknown): asserts answer is Record<string, unknown> {
  if (!isRecord(answer)) throw new BrokenAnswerError('the answer is not complete');
}
