/** Shared by the local servers: each creates answers to requests, and this file sends them. */
import type { IncomingMessage, OutgoingHttpHeaders, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** An answer to a request. Some options are for servers that misbehave on purpose. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers?: OutgoingHttpHeaders | undefined;
  readonly body?: string | Uint8Array | undefined;
  /** Wait (ms) before it is sent. Infinity: it is never sent. */
  readonly delayMs?: number | undefined;
  /** Number of bytes of the body after which the connection breaks; -1 breaks it before the answer. */
  readonly breakAfter?: number | undefined;
}

const broken: HttpAnswer = { status: 500, breakAfter: -1 };

export const jsonAnswer = (status: number, value: unknown, headers?: OutgoingHttpHeaders): HttpAnswer => ({
  status,
  headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
});

export const htmlAnswer = (status: number, body: string, headers?: OutgoingHttpHeaders): HttpAnswer => ({
  status,
  headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' },
  body,
});

/** Sends an answer. Node omits the body for HEAD requests. */
export async function sendAnswer(response: ServerResponse, answer: HttpAnswer): Promise<void> {
  const { status, headers, body, delayMs, breakAfter } = answer;
  if (delayMs === Infinity) return;
  if (delayMs !== undefined) await wait(delayMs, undefined, { ref: false });
  if (breakAfter === -1 || response.destroyed) {
    response.destroy();
    return;
  }
  response.writeHead(status, headers);
  if (breakAfter === undefined) response.end(body);
  else response.write(Buffer.from(body ?? '').subarray(0, breakAfter), () => response.destroy());
}

/** Creates a listener that sends answers. If `answer` rejects, it sends that of `answerFailure`, or breaks the connection. */
export function createListener(
  answer: (request: IncomingMessage) => Promise<HttpAnswer>,
  answerFailure: (error: unknown) => HttpAnswer = () => broken,
): RequestListener {
  return (request, response) => {
    answer(request)
      .catch(answerFailure)
      .then((made) => sendAnswer(response, made))
      .catch(() => response.destroy());
  };
}

/** The largest body of a request, in bytes. */
interface BodyLimit {
  readonly maximumBytes: number;
  /** Bytes after the maximum that are read and discarded: browsers read an answer only after sending everything. */
  readonly discardedBytes?: number;
}

/** Reads the whole body of a request; undefined if it is too long. Rejects if the sender disconnects first. */
export async function readBody(
  request: IncomingMessage,
  { maximumBytes, discardedBytes = 0 }: BodyLimit,
): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maximumBytes + discardedBytes) break;
    if (size <= maximumBytes) chunks.push(chunk);
  }
  return size > maximumBytes ? undefined : Buffer.concat(chunks);
}

/** Reads the body of a request as JSON; undefined if it isn't JSON, or too large. */
export async function readJson(request: IncomingMessage, maximumBytes: number): Promise<unknown> {
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) return undefined;
  const body = await readBody(request, { maximumBytes });
  try {
    return JSON.parse(body?.toString() ?? '') as unknown;
  } catch {
    return undefined;
  }
}
