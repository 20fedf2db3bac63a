/** Listens on this machine, and sends answers: also late and broken ones, for faults. */
import type { Server, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { readNested } from './json.ts';
import { StartError } from './storage.ts';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Wait (ms) before it is sent. */
  readonly delayMs?: number;
  /** Number of bytes of the body after which the connection breaks; -1 breaks it before the answer. */
  readonly breakAfter?: number;
  /** True if only this side of the connection is closed there. */
  readonly isHalfClosed?: boolean;
  /** Sends the body in pieces of this many bytes. */
  readonly chunkBytes?: number;
}

export async function sendAnswer(response: ServerResponse, answer: HttpAnswer): Promise<void> {
  const { status, headers, body, delayMs = 0, breakAfter, isHalfClosed = false, chunkBytes } = answer;
  if (delayMs > 0) await wait(delayMs, undefined, { ref: false });
  if (breakAfter === -1 || response.destroyed) {
    response.destroy();
    return;
  }
  response.writeHead(status, { ...headers, 'Content-Length': body.length });
  if (breakAfter !== undefined) {
    response.write(body.subarray(0, breakAfter), () => {
      if (isHalfClosed) response.socket?.end();
      else response.destroy();
    });
    return;
  }
  for (let start = 0; chunkBytes !== undefined && start < body.length; start += chunkBytes) {
    response.write(body.subarray(start, start + chunkBytes));
    await wait(1);
  }
  response.end(chunkBytes === undefined ? body : undefined);
}

/** Listens on 127.0.0.1 only. Resolves to the port: a free one for 0. Rejects with a `StartError` if it is taken. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const isTaken = readNested(error, 'code') === 'EADDRINUSE';
      reject(
        isTaken
          ? new StartError(`Port ${port} is taken by another program. Stop it, or choose another port.`)
          : error,
      );
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/** Ends every connection. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
