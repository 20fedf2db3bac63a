/** What the servers of this machine share: each makes an answer of a request, and all answers are sent here. */
import type { IncomingMessage, OutgoingHttpHeaders, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** An answer, and how it is sent by a server that misbehaves on purpose. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers?: OutgoingHttpHeaders | undefined;
  readonly body?: string | Uint8Array | undefined;
  /** Wait (ms) before it is sent. Infinity: it never is. */
  readonly delayMs?: number | undefined;
  /** Break the connection after this many bytes of the body, or before the answer where it is -1. */
  readonly breakAfter?: number | undefined;
  /** There only this side of the connection ends, in good order. */
  readonly isHalfClosed?: boolean | undefined;
  /** So many bytes at a time. */
  readonly drop?: number | undefined;
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

/** Sends an answer. Node leaves the body away where HEAD was asked for. */
export async function send(response: ServerResponse, answer: HttpAnswer): Promise<void> {
  const { status, headers, body, delayMs, breakAfter, isHalfClosed = false, drop } = answer;
  if (delayMs === Infinity) return;
  if (delayMs !== undefined) await wait(delayMs, undefined, { ref: false });
  if (breakAfter === -1 || response.destroyed) {
    response.destroy();
    return;
  }
  response.writeHead(status, headers);
  const bytes = () => Buffer.from(body ?? '');
  if (drop !== undefined) {
    for (let rest = bytes(); rest.length > 0; rest = rest.subarray(drop)) {
      response.write(rest.subarray(0, drop));
      await wait(1);
    }
  }
  if (breakAfter === undefined) {
    response.end(drop === undefined ? body : undefined);
    return;
  }
  response.write(bytes().subarray(0, breakAfter), () => {
    if (isHalfClosed) response.socket?.end();
    else response.destroy();
  });
}

/** Answers requests. Where that rejects, the answer is what `failed` says; without it the connection breaks. */
export function answering(
  answer: (request: IncomingMessage) => Promise<HttpAnswer>,
  failed: (error: unknown) => HttpAnswer = () => broken,
): RequestListener {
  return (request, response) => {
    answer(request)
      .catch(failed)
      .then((made) => send(response, made))
      .catch(() => response.destroy());
  };
}

/** How long a request's body may be, in bytes. */
export interface BodyLimit {
  readonly most: number;
  /** What is read past that: a browser sees the answer only when it has sent everything. */
  readonly patience?: number;
}

/** Reads a request to its end; undefined where it is too long. Rejects where the sender hangs up first. */
export async function readBody(
  request: IncomingMessage,
  { most, patience = 0 }: BodyLimit,
): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most + patience) break;
    if (size <= most) chunks.push(chunk);
  }
  return size > most ? undefined : Buffer.concat(chunks);
}
