/** Creates answers in Contentful's own shapes, including errors. */
import type { HttpAnswer } from './http.ts';

/** An answer as JSON, before it is converted to bytes. */
export interface JsonAnswer {
  readonly status: number;
  readonly json: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The largest answer of Contentful, in bytes. */
export const maximumAnswerBytes = 7_340_032;

export const createOk = (json: object, status = 200): JsonAnswer => ({ status, json });

/** Creates a page of a collection. `build` makes the JSON of each item on it. */
export function createPage<Item>(
  all: readonly Item[],
  { skip, limit }: { readonly skip: number; readonly limit: number },
  build: (item: Item) => unknown,
): JsonAnswer {
  const items = all.slice(skip, skip + limit).map(build);
  return createOk({ sys: { type: 'Array' }, total: all.length, skip, limit, items });
}

export function createError(status: number, id: string, message: string, details?: object): JsonAnswer {
  return { status, json: { sys: { type: 'Error', id }, message, ...(details && { details }) } };
}

export const noToken = createError(
  401,
  'AccessTokenInvalid',
  'An access token is required. Please send one through the HTTP Authorization header or as the query parameter "access_token".',
);

export const wrongToken = createError(
  401,
  'AccessTokenInvalid',
  'The access token you sent could not be found or is invalid.',
);

export const accessDenied = createError(
  403,
  'AccessDenied',
  'You do not have permissions to access this resource.',
);

/** Contentful doesn't have these two. */
export const wrongHost = createError(421, 'WrongHost', 'This server answers to names of this machine only.');
export const foreignOrigin = createError(
  403,
  'AccessDenied',
  'This server answers pages of this machine only.',
);

/** Creates the error for something that doesn't exist. `details` names it: `{ type: 'Space', id: 'x' }`. */
export function createNotFound(details?: object): JsonAnswer {
  return createError(404, 'NotFound', 'The resource could not be found.', details);
}

/** Creates the error for a parameter or a value that the API doesn't have. */
export function createInvalidQuery(...errors: readonly object[]): JsonAnswer {
  return createError(
    400,
    'InvalidQuery',
    'The query you sent was invalid. Probably a filter or ordering specification is not applicable to the type of a field.',
    { errors },
  );
}

export function createBadRequest(message: string): JsonAnswer {
  return createError(400, 'BadRequest', message);
}

export const tooBig = createBadRequest(
  `Response size too big. Maximum allowed response size: ${maximumAnswerBytes}B.`,
);

export const rateLimited: JsonAnswer = {
  ...createError(
    429,
    'RateLimitExceeded',
    'You have exceeded the rate limit of the Organization this Space belongs to by making too many API requests within a short timespan. Please wait a moment before trying the request again.',
  ),
  headers: { 'X-Contentful-RateLimit-Reset': '1', 'X-Contentful-RateLimit-Second-Remaining': '0' },
};

export const serverError = createError(500, 'ServerError', 'Internal server error');

/**
 * Converts the answer to a request to bytes. An answer that is too large becomes Contentful's error for that. An error
 * contains the request's id.
 */
export function writeAnswer({ status, json, headers }: JsonAnswer, requestNumber: number): HttpAnswer {
  const requestId = `local-${requestNumber}`;
  const body = Buffer.from(JSON.stringify(status >= 400 ? Object.assign({}, json, { requestId }) : json));
  if (body.length > maximumAnswerBytes) return writeAnswer(tooBig, requestNumber);
  return {
    status,
    headers: {
      'Content-Type': 'application/vnd.contentful.delivery.v1+json',
      'Access-Control-Allow-Origin': '*',
      'X-Contentful-Request-Id': requestId,
      'X-Contentful-RateLimit-Second-Limit': '55',
      'X-Contentful-RateLimit-Second-Remaining': '54',
      ...headers,
    },
    body,
  };
}
