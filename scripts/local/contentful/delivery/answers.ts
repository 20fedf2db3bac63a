/** Answers in Contentful's own shapes, errors included. */
import type { HttpAnswer } from '../../http';

/** An answer as JSON, before it is written out. */
export interface Result {
  readonly status: number;
  readonly json: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer as bytes. */
export interface StandInResponse extends HttpAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Contentful's largest answer, in bytes. */
export const maximumBytes = 7_340_032;

function error(status: number, id: string, message: string, details?: object): Result {
  return {
    status,
    json: {
      sys: { type: 'Error', id },
      message,
      ...(details === undefined ? {} : { details }),
    },
  };
}

export const noToken = error(
  401,
  'AccessTokenInvalid',
  'An access token is required. Please send one through the HTTP Authorization header or as the query parameter "access_token".',
);

export const wrongToken = error(
  401,
  'AccessTokenInvalid',
  'The access token you sent could not be found or is invalid.',
);

export const accessDenied = error(
  403,
  'AccessDenied',
  'You do not have permissions to access this resource.',
);

/** Contentful has neither of these two. */
export const wrongHost = error(421, 'WrongHost', 'This server answers to names of this machine only.');
export const foreignOrigin = error(403, 'AccessDenied', 'This server answers pages of this machine only.');

/** `details` names what was not found: `{ type: 'Space', id: 'x' }`. */
export function notFound(details?: object): Result {
  return error(404, 'NotFound', 'The resource could not be found.', details);
}

/** A parameter or a value that the API doesn't know. */
export function invalidQuery(...errors: readonly object[]): Result {
  return error(
    400,
    'InvalidQuery',
    'The query you sent was invalid. Probably a filter or ordering specification is not applicable to the type of a field.',
    { errors },
  );
}

export function badRequest(message: string): Result {
  return error(400, 'BadRequest', message);
}

export const tooBig = badRequest(`Response size too big. Maximum allowed response size: ${maximumBytes}B.`);

export const rateLimited: Result = {
  ...error(
    429,
    'RateLimitExceeded',
    'You have exceeded the rate limit of the Organization this Space belongs to by making too many API requests within a short timespan. Please wait a moment before trying the request again.',
  ),
  headers: { 'X-Contentful-RateLimit-Reset': '1', 'X-Contentful-RateLimit-Second-Remaining': '0' },
};

export const serverError = error(500, 'ServerError', 'Internal server error');

/**
 * Writes out the answer to the nth request. One that is larger than Contentful sends becomes its error about that;
 * an error gets the request's id.
 */
export function write(result: Result, nth: number): StandInResponse {
  const requestId = `local-${nth}`;
  const isError = result.status >= 400;
  const body = Buffer.from(
    JSON.stringify(isError ? Object.assign({}, result.json, { requestId }) : result.json),
  );
  if (body.length > maximumBytes) return write(tooBig, nth);
  return {
    status: result.status,
    headers: {
      'Content-Type': 'application/vnd.contentful.delivery.v1+json',
      'Access-Control-Allow-Origin': '*',
      'X-Contentful-Request-Id': requestId,
      'X-Contentful-RateLimit-Second-Limit': '55',
      'X-Contentful-RateLimit-Second-Remaining': '54',
      ...result.headers,
    },
    body,
  };
}
