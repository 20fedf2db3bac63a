/** Requests files from a server, a few at a time. Redirects and compression stay visible. */
import { Agent as HttpAgent, request as requestHttp, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
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
  /** Passes on an uncompressed body piece by piece. Follows one redirect. Resolves to the status. */
  readonly stream: (url: URL, take: (piece: Buffer) => void) => Promise<number>;
  /** Returns the number of requests so far. */
  readonly count: () => number;
}

export interface VerifyClientOptions {
  /** Certificates to trust instead of the system's, as PEM. */
  readonly ca?: readonly string[];
  /** Returns the host and port to connect to instead of those of the address, like curl's `--connect-to`. */
  readonly connectTo?: (url: URL) => { readonly host: string; readonly port: number };
}

/** The number of requests at once: as many as in a visitor's browser. */
const concurrency = 6;
/** After so long without a byte (ms), the server counts as unreachable. */
const timeoutMs = 30_000;
/** The largest body that is read into memory (bytes). Pages are far smaller; larger files are streamed. */
const maxBytes = 32_000_000;
/** The number of attempts at a busy server, and the longest wait between two attempts (ms). */
const [maxAttempts, maxWaitMs] = [3, 30_000] as const;

const unpackers: Readonly<Record<string, (body: Buffer) => Promise<Buffer>>> = {
  br: promisify(brotliDecompress),
  gzip: promisify(gunzip),
  deflate: promisify(inflate),
};

function describeReason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}

/** Creates a function that runs so many tasks at once and lets the others wait. */
function createLimiter(limit: number): <Result>(task: () => Promise<Result>) => Promise<Result> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
    try {
      return await task();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
}

export function createVerifyClient({ ca, connectTo }: VerifyClientOptions = {}): VerifyClient {
  const agents = {
    'http:': new HttpAgent({ keepAlive: true }),
    'https:': new HttpsAgent({ keepAlive: true, ...(ca === undefined ? {} : { ca: [...ca] }) }),
  };
  const runLimited = createLimiter(concurrency);
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
    const pieces: Buffer[] = [];
    let size = 0;
    try {
      for await (const piece of message) {
        size += (piece as Buffer).length;
        if (size > maxBytes) throw new Error(`more than ${maxBytes} bytes`);
        pieces.push(piece as Buffer);
      }
      const unpack = unpackers[message.headers['content-encoding'] ?? ''];
      const body = Buffer.concat(pieces);
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

  const requestOnce = (url: URL, options: HttpRequest): Promise<HttpResponse> =>
    runLimited(async () => {
      const message = await open(url, options);
      const body = await readAll(message, url);
      const headers = Object.entries(message.headersDistinct).map(([name, values]) => [
        name,
        values?.join(', ') ?? '',
      ]);
      return {
        url,
        status: message.statusCode ?? 0,
        headers: Object.fromEntries(headers) as Record<string, string>,
        body,
      };
    });

  const request = async (url: URL, options: HttpRequest = {}): Promise<HttpResponse> => {
    for (let attempt = 1; ; attempt++) {
      const response = await requestOnce(url, options);
      if (![429, 503].includes(response.status) || attempt === maxAttempts) return response;
      const seconds = Number(response.headers['retry-after'] ?? attempt);
      await wait(Math.min(maxWaitMs, (Number.isFinite(seconds) ? seconds : attempt) * 1000));
    }
  };

  const stream = (url: URL, take: (piece: Buffer) => void): Promise<number> =>
    runLimited(async () => {
      const options = { headers: { 'Accept-Encoding': 'identity' } };
      let message = await open(url, options);
      const { location } = message.headers;
      if (location !== undefined && (message.statusCode ?? 0) >= 300) {
        message.resume();
        message = await open(new URL(location, url), options);
      }
      for await (const piece of message) take(piece as Buffer);
      return message.statusCode ?? 0;
    });

  return { request, stream, count: () => count };
}
