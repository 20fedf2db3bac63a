/**
 * Explains failed requests. The client's own errors contain the access token in their headers, so they are never
 * logged, rethrown or stored as a cause: only the facts chosen here leave this module.
 */
import { OperatorError } from '@/model/operator-error';
import { tokenVariables } from '@/config/space';
import { deliveryHost, type ContentfulConfig } from './contentful-config';
import { readNested } from '@/model/json';

/** An answer that is incomplete, isn't from Contentful, or contradicts another one. Reading again may help. */
export class IncompleteAnswerError extends OperatorError {
  override readonly name = 'IncompleteAnswerError';

  constructor(
    message: string,
    hint = 'Check whether this machine’s connection holds, and whether a proxy answers in Contentful’s place; then build again.',
  ) {
    super(message, hint);
  }
}

/** The requested page is larger than Contentful sends (7 MB). A smaller page may work. */
export class AnswerTooBigError extends Error {
  override readonly name = 'AnswerTooBigError';
}

function matchText(value: unknown, pattern: RegExp): string | undefined {
  return typeof value === 'string' && pattern.test(value) ? value : undefined;
}

const toNumber = (value: unknown) => (typeof value === 'number' ? value : undefined);

const toIndex = (part: unknown) => (Number.isInteger(part) ? Number(part) : undefined);

function readRefusedValue(value: unknown) {
  const path = readNested(value, 'path');
  return {
    /** `required`, `size`, `in`, `notResolvable` … */
    name: matchText(readNested(value, 'name'), /^[A-Za-z]{1,50}$/) ?? 'unknown reason',
    /** `['fields', 'title', 'fr']`, then perhaps the index in a list. */
    path: (Array.isArray(path) ? path : []).flatMap(
      (part: unknown) => toIndex(part) ?? matchText(part, /^[\w-]{1,64}$/) ?? [],
    ),
    min: toNumber(readNested(value, 'min')),
    max: toNumber(readNested(value, 'max')),
    /** The field's type in the space, if the value has another. */
    type: matchText(readNested(value, 'type'), /^[A-Za-z]{1,20}$/),
    /** The id of a link's target that doesn't exist. */
    target: matchText(readNested(value, 'link', 'id'), /^[\w.-]{1,64}$/),
  };
}

/** A value that Contentful refuses, as far as its own words for that are known. */
export type RefusedValue = Readonly<ReturnType<typeof readRefusedValue>>;

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Reads the facts about a failed request: the client puts those of an answer as JSON in the message. Without an answer, the
 * error is from axios. Texts from the server are only compared, never shown.
 */
export function readFailureFacts(error: Error) {
  const answer = parseBody(error.message);
  const status = readNested(answer, 'status') ?? readNested(Reflect.get(error, 'response'), 'status');
  const details = readNested(answer, 'details');
  const message = readNested(answer, 'message');
  const errors = readNested(details, 'errors');
  return {
    status: toNumber(status),
    /** The client's or Node's code if there was no answer: `ECONNRESET`. */
    code: matchText(Reflect.get(error, 'code'), /^[A-Z_0-9]{1,50}$/),
    /** `sys.id` of Contentful's error. */
    kind: matchText(error.name, /^[A-Za-z]{1,50}$/),
    message: typeof message === 'string' ? message : '',
    /** The thing that a 404 didn't find: `Space`, `Environment`. */
    missing: matchText(readNested(details, 'type') ?? readNested(details, 'sys', 'type'), /^[A-Za-z]{1,50}$/),
    requestId: matchText(readNested(answer, 'requestId'), /^[A-Za-z0-9-]{1,64}$/),
    /** The values among those sent that Contentful refuses. */
    faults: Array.isArray(errors) ? errors.map(readRefusedValue) : [],
  };
}

const timeoutCodes: readonly unknown[] = ['ECONNABORTED', 'ETIMEDOUT'];

/** The purpose of the failed request. */
interface RequestAttempt {
  readonly config: ContentfulConfig;
  readonly retryLimit: number;
  /** The words after "while reading": `the opportunity entries`. */
  readonly reading: string;
}

/** Returns the error to throw instead of the client's error. */
export function explainFailure(thrown: unknown, attempt: RequestAttempt): Error {
  if (!(thrown instanceof Error)) return new IncompleteAnswerError('the answer can’t be read');
  const facts = readFailureFacts(thrown);
  const { status } = facts;
  if (status === undefined) {
    // If axios threw it, there was no answer. Otherwise there was an unreadable one.
    return Reflect.get(thrown, 'isAxiosError') === true
      ? createRefusedError(facts, attempt)
      : new IncompleteAnswerError('the answer is not complete');
  }
  if (status < 400) return new IncompleteAnswerError('the answer broke off');
  if (status === 400 && facts.message.startsWith('Response size too big')) return new AnswerTooBigError();
  return createRefusedError(facts, attempt);
}

function createRefusedError(
  { status = 0, code, kind, missing, requestId }: ReturnType<typeof readFailureFacts>,
  { config, retryLimit, reading }: RequestAttempt,
): OperatorError {
  const { space, environment, host, drafts = false } = config;
  const cite = `${status}${requestId === undefined ? '' : `, request ${requestId}`}`;
  const during = `while reading ${reading} of space “${space}”`;
  const tries = retryLimit === 1 ? 'another try' : `${retryLimit} more tries`;
  const repeated = `${during}${retryLimit === 0 ? '' : `, after ${tries}`}`;
  if (status === 0) {
    const failed = timeoutCodes.includes(code) ? 'took too long to answer' : 'didn’t answer';
    return new OperatorError(
      `${deliveryHost(config)} ${failed} (${code ?? 'no code'}) ${repeated}.`,
      `Check this machine’s connection${host === undefined ? '' : ' and CONTENTFUL_HOST'}, then build again. The live site stays as it is.`,
    );
  }
  if (status === 401) {
    const { variable, name } = tokenVariables[drafts ? 'drafts' : 'published'];
    return new OperatorError(
      `Contentful doesn’t accept the token in ${variable} (${cite}) ${during}.`,
      `Copy the “${name}” of an API key of that space: Contentful, Settings → API keys. The ${drafts ? 'delivery' : 'preview'} and management tokens don’t work here.`,
    );
  }
  if (status === 404 && missing === 'Space') {
    return new OperatorError(
      `Contentful has no space “${space}” that this token may read (${cite}).`,
      'Compare CONTENTFUL_SPACE_ID with Contentful, Settings → General settings. The token must be of the same space.',
    );
  }
  if (status === 404 && missing === 'Environment') {
    return new OperatorError(
      `The space “${space}” has no environment “${environment}” that this token may read (${cite}).`,
      'Compare CONTENTFUL_ENVIRONMENT with Contentful, Settings → Environments, and tick that environment in the API key: Settings → API keys.',
    );
  }
  if (status === 429) {
    return new OperatorError(
      `Contentful answers that it gets too many requests (${cite}) ${repeated}.`,
      'Wait a minute and build again. If it happens often, see whether several builds run at once.',
    );
  }
  if (status >= 500) {
    return new OperatorError(
      `Contentful has a fault of its own (${cite}) ${repeated}.`,
      'See https://www.contentfulstatus.com and build again later. The live site stays as it is.',
    );
  }
  return new OperatorError(
    `Contentful refused the request (${cite}${kind === undefined ? '' : `, ${kind}`}) ${during}.`,
    status === 404
      ? 'Compare CONTENTFUL_SPACE_ID and CONTENTFUL_ENVIRONMENT with Contentful’s settings.'
      : 'Check that the API key may read this space and that the space’s content types are those of the model.',
  );
}
