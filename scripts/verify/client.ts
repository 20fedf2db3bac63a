/** Requests files from a server. Redirects and compression stay visible. */
import { Agent as HttpAgent, request as requestHttp, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import { OperatorError } from '@/model/operator-error';

/** A server gave no answer. */
export class UnreachableError extends OperatorError {
  override readonly name = 'UnreachableError';
}

/** The response of a server. */
export interface HttpResponse {
  readonly url: URL;
  readonly status: number;
  /** By lower-case name. Several values are joined with a comma, as in browsers. */
  readonly headers: Readonly<Record<string, string>>;
  /** The decompressed body. */
  readonly body: Buffer;
}

export interface HttpRequest {
  readonly method?: 'GET' | 'HEAD' | 'OPTIONS';
  readonly headers?: Readonly<Record<string, string>>;
}

export interface VerifyClient {
  /** Resolves to any response, errors and redirects included. Rejects with an `UnreachableError`. */
  readonly request: (url: URL, options?: HttpRequest) => Promise<HttpResponse>;
  /** Returns the number of requests so far. */
  readonly count: () => number;
}

export interface VerifyClientOptions {
  /** Certificates to trust instead of the system's, as PEM. */
  readonly ca?: readonly string[];
  /** Returns the host and port to connect to instead of those of the address, like curl's `--connect-to`. */
  readonly connectTo?: (url: URL) => { readonly host: string; readonly port: number };
}

/** The number of requests at once that checks of many files make: as many as a visitor's browser. */
export const concurrentRequests = 6;
/** After so long without a byte (ms), the server counts as unreachable. */
const timeoutMs = 30_000;
/** The number of attempts at a busy server, and the longest wait between two attempts (ms). */
const [maxAttempts, maxWaitMs] = [3, 30_000] as const;

const unpackers: Readonly<Record<string, (body: Buffer) => Promise<Buffer>>> = {
  br: promisify(brotliDecompress),
  gzip: promisify(gunzip),
};

function describeReason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}

export function createVerifyClient({ ca, connectTo }: VerifyClientOptions = {}): VerifyClient {
  const agents = {
    'http:': new HttpAgent({ keepAlive: true }),
    'https:': new HttpsAgent({ keepAlive: true, ...(ca === undefined ? {} : { ca: [...ca] }) }),
  };
  let count = 0;

  const open = (url: URL, { method = 'GET', headers = {} }: HttpRequest): Promise<IncomingMessage> => {
    count += 1;
    const isSecure = url.protocol === 'https:';
    const target = connectTo?.(url);
    return new Promise((resolve, reject) => {
      const fail = (error: unknown) =>
        reject(
          new UnreachableError(
            `The address can’t be reached: ${url.href} (${describeReason(error)}). Check the address, the certificate and the connection.`,
            undefined,
            { cause: error },
          ),
        );
      const outgoing = (isSecure ? requestHttps : requestHttp)(
        url,
        {
          ...(target ? { hostname: target.host, port: target.port } : {}),
          servername: url.hostname,
          method,
          agent: isSecure ? agents['https:'] : agents['http:'],
          headers: {
            Host: url.host,
            'User-Agent': 'online-volunteering-verify',
            'Accept-Encoding': 'br, gzip',
            ...headers,
          },
          timeout: timeoutMs,
        },
        resolve,
      );
      outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer in ${timeoutMs / 1000} s`)));
      outgoing.on('error', fail).end();
    });
  };

  const readAll = async (message: IncomingMessage, url: URL): Promise<Buffer> => {
    try {
      const body = await buffer(message);
      const unpack = unpackers[message.headers['content-encoding'] ?? ''];
      return unpack && body.length > 0 ? await unpack(body) : body;
    } catch (error) {
      throw new UnreachableError(
        `${url.href} can’t be read to its end (${describeReason(error)}).`,
        undefined,
        {
          cause: error,
        },
      );
    }
  };

  const requestOnce = async (url: URL, options: HttpRequest): Promise<HttpResponse> => {
    const message = await open(url, options);
    const headers = Object.entries(message.headersDistinct).map(([name, values]) => [
      name,
      values?.join(', ') ?? '',
    ]);
    return {
      url,
      status: message.statusCode ?? 0,
      headers: Object.fromEntries(headers) as Record<string, string>,
      body: await readAll(message, url),
    };
  };

  const request = async (url: URL, options: HttpRequest = {}): Promise<HttpResponse> => {
    for (let attempt = 1; ; attempt++) {
      const response = await requestOnce(url, options);
      if (![429, 503].includes(response.status) || attempt === maxAttempts) return response;
      const seconds = Number(response.headers['retry-after'] ?? attempt);
      await wait(Math.min(maxWaitMs, (Number.isFinite(seconds) ? seconds : attempt) * 1000));
    }
  };

  return { request, count: () => count };
}
