import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { isRecord } from '../json.ts';
import { managementToken } from '../space.ts';

/** A request with the Management API's token. */
export interface ManagementRequest {
  readonly method: string;
  /** The path after `/spaces/` or `/organizations/`, decoded: `['local', 'environments', 'master', 'entries', 'x']`. */
  readonly path: readonly string[];
  readonly params: URLSearchParams;
  /** The version that the client read last. */
  readonly version: number | undefined;
  /** The content type of a new entry. */
  readonly contentType: string | undefined;
  readonly body: Uint8Array;
  /** `host:port` of the server, for the addresses of files. */
  readonly host: string;
}

/** True for a request with the Management API's token. Its paths are those of Delivery, but its answers differ. */
export function isManagement({ headers, url = '' }: IncomingMessage): boolean {
  return headers.authorization === `Bearer ${managementToken}` && /^\/(?:spaces|organizations)\//.test(url);
}

function firstValue(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

/** Reads a whole request. */
export async function readManagementRequest(request: IncomingMessage, url: URL): Promise<ManagementRequest> {
  const version = firstValue(request.headers['x-contentful-version']);
  return {
    method: request.method ?? 'GET',
    path: url.pathname
      .split('/')
      .slice(2)
      .filter((part) => part !== '')
      .map(decodeURIComponent),
    params: url.searchParams,
    version: version === undefined ? undefined : Number(version),
    contentType: firstValue(request.headers['x-contentful-content-type']),
    body: await buffer(request),
    host: url.host,
  };
}

/** Parses the body of a request; undefined if it isn't a JSON object. */
export function parseBody({ body }: ManagementRequest): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
